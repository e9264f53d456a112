package org.fingerpost.redirect.dialects.xmlrpc.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fingerpost.formats.markup.MarkupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of XML-RPC as foreign programs write them, and documents that are none. */
class CallReaderTest {
    private static final String EMPTY = "<methodCall><methodName>m</methodName>%s</methodCall>";

    @Test
    void aCallInLinesWithBlanksAndCdataIsReadAsOneWithout() {
        MethodCall call =
                read(
                        """
                        <?xml version='1.0' encoding='UTF-8'?>
                        <methodCall>
                            <methodName>redirect.registerDevice</methodName>
                            <params>
                                <param>
                                    <value><string>000B82000001</string></value>
                                </param>
                                <param>
                                    <value>
                                        <string><![CDATA[a <b> & c]]></string>
                                    </value>
                                </param>
                            </params>
                        </methodCall>
                        """);

        assertThat(call)
                .isEqualTo(
                        new MethodCall(
                                "redirect.registerDevice",
                                List.of(
                                        new Value.Text("000B82000001"),
                                        new Value.Text("a <b> & c"))));
    }

    @Test
    void aValueWithoutAKindIsATextAndNumbersAreTexts() {
        assertThat(params("<value>a&amp;b</value>", "<value><i4>1</i4></value>", "<value/>"))
                .containsExactly(new Value.Text("a&b"), new Value.Text("1"), new Value.Text(""));
    }

    @Test
    void aListOfTextsIsRead() {
        assertThat(
                        params(
                                "<value><array><data><value>a</value><!-- c --> <value><string>b"
                                        + "</string></value></data></array></value>"))
                .containsExactly(new Value.Many(List.of(new Value.Text("a"), new Value.Text("b"))));
    }

    @Test
    void paramsMayBeLeftOut() {
        assertThat(read(EMPTY.formatted("")).params()).isEmpty();
        assertThat(read(EMPTY.formatted("<params/>")).params()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "methodCall",
                "<call/>",
                "<methodCall/>",
                "<methodCall><methodName/></methodCall>",
                "<methodCall><methodName>a b</methodName></methodCall>",
                "<methodCall><methodName><b/></methodName></methodCall>",
                "<methodCall>x<methodName>m</methodName></methodCall>",
                "<methodCall><methodName>m</methodName><methodName>m</methodName></methodCall>",
                "<methodCall><methodName>m</methodName></methodCall><methodCall/>",
                "<!DOCTYPE a><methodCall><methodName>m</methodName></methodCall>",
                "<methodCall><methodName>&xxe;</methodName></methodCall>",
            })
    void aDocumentThatIsNoCallIsRefused(String document) {
        assertThatThrownBy(() -> read(document)).isInstanceOf(MarkupException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<params><param/></params>",
                "<params><value>a</value></params>",
                "<params><param><value>a</value><value>b</value></param></params>",
                "<params><param><value>a<string>b</string></value></param></params>",
                "<params><param><value><string>a</string>b</value></param></params>",
                "<params><param><value><struct/></value></param></params>",
                "<params><param><value><base64>AA==</base64></value></param></params>",
                "<params><param><value><array/></value></param></params>",
                "<params><param><value><array><data>a</data></array></value></param></params>",
                "<params><param><value>a</value></param></params><params/>",
            })
    void valuesThatNoMethodTakesAreRefused(String params) {
        assertThatThrownBy(() -> read(EMPTY.formatted(params))).isInstanceOf(MarkupException.class);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        refused("parameters", params(9));
        refused(
                "values",
                "<params><param><value><array><data>"
                        + "<value>a</value>".repeat(CallReader.MAX_VALUES)
                        + "</data></array></value></param></params>");
        refused(
                "elements inside each other",
                "<params><param>" + "<value><array><data>".repeat(20));
        assertThatThrownBy(() -> CallReader.read(new byte[CallReader.MAX_BYTES + 1]))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining("larger");
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("lists") List<String> texts) {
        String written =
                texts.stream()
                        .map(text ->
                                "<value><string>"
                                        + text.replace("&", "&amp;")
                                                .replace("<", "&lt;")
                                                // behind two brackets it may not stand as it is
                                                .replace(">", "&gt;")
                                        + "</string></value>")
                        .collect(Collectors.joining());

        List<Value> read = params("<value><array><data>" + written + "</data></array></value>");

        assertThat(read)
                .containsExactly(
                        new Value.Many(texts.stream().<Value>map(Value.Text::new).toList()));
    }

    @Property(tries = 2_000)
    void bytesOfAnyKindAreACallOrAreRefused(@ForAll byte[] bytes) {
        callOrRefused(bytes);
    }

    @Property(tries = 2_000)
    void aCallThatWasDamagedIsACallOrIsRefused(@ForAll("places") int place, @ForAll byte octet) {
        byte[] call =
                EMPTY.formatted(
                                "<params><param><value><array><data><value>a</value><value>"
                                        + "<string>b</string></value></data></array></value>"
                                        + "</param></params>")
                        .getBytes(ISO_8859_1);
        call[place % call.length] = octet;
        callOrRefused(call);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('ä', '€')
                .ofMaxLength(30)
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 10_000);
    }

    private static void callOrRefused(byte[] bytes) {
        try {
            assertThat(CallReader.read(bytes).method()).isNotEmpty();
        } catch (MarkupException e) {
            assertThat(e).hasMessageStartingWith("line ");
        }
    }

    private static void refused(String why, String params) {
        assertThatThrownBy(() -> read(EMPTY.formatted(params)))
                .isInstanceOf(MarkupException.class)
                .hasMessageContaining(why);
    }

    private static String params(int count) {
        return "<params>" + "<param><value>a</value></param>".repeat(count) + "</params>";
    }

    private static List<Value> params(String... values) {
        String all =
                List.of(values).stream()
                        .map(value -> "<param>" + value + "</param>")
                        .collect(Collectors.joining());
        return read(EMPTY.formatted("<params>" + all + "</params>")).params();
    }

    private static MethodCall read(String document) {
        return CallReader.read(document.getBytes(UTF_8));
    }
}
