package org.fingerpost.redirect.imports.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.problems.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people and programs write them. */
class RangeListTest {
    private static final String HEADER = "first,last,targetServerId\n";

    @Test
    void aListMayHaveAMarkQuotesAndAnyEndOfLine() throws IOException {
        String list =
                "\ufeffcompany,\"first\",LAST,targetServerId\r\n"
                        + "\"Acme, \"\"the\"\"\nfirm\",a,b,1\r\r\n\n"
                        + ",c, d ,2\n"
                        + "Beta,e,f";

        assertThat(csv(list))
                .containsExactly(
                        new ListedRange("a", "b", "1", "Acme, \"the\"\ufffdfirm"),
                        new ListedRange("c", "d", "2", ""),
                        new ListedRange("e", "f", "", "Beta"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "first,last\n",
                "first,last,targetServerId,first\n",
                "first,last,targetServerId,colour\n",
                HEADER + "a,b,1,2\n",
                HEADER + "\"a,b,1\n",
                HEADER + "\"a\"b,c,1\n",
                HEADER + "a\"b,c,1\n",
            })
    void whatIsNoListIsRefused(String list) {
        assertThatThrownBy(() -> csv(list)).isInstanceOf(Problem.class);
    }

    @Test
    void aRowWithoutEndIsRefusedWithItsLine() {
        assertThatThrownBy(() -> csv(HEADER + "a,b,1\n" + "x".repeat(5000)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() ->
                        read(
                                new CsvRangeList(),
                                (HEADER + "\u00e9,b,1").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        assertThat(
                        json(
                                "[{\"first\":\"a\",\"last\":\"b\",\"targetServerId\":7},"
                                        + "{\"company\":\"x\\u0000\",\"last\":null}]"))
                .containsExactly(
                        new ListedRange("a", "b", "7", ""), new ListedRange("", "", "", "x\ufffd"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{\"first\":[]}]",
                "[{\"colour\":1}]",
                "[{\"first\":\"a\"}",
                "[] []",
                "[[[[",
            })
    void whatIsNoJsonListIsRefused(String list) {
        assertThatThrownBy(() -> json(list)).isInstanceOf(Problem.class);
    }

    private static List<ListedRange> csv(String list) throws IOException {
        return read(new CsvRangeList(), list.getBytes(UTF_8));
    }

    private static List<ListedRange> json(String list) throws IOException {
        return read(new JsonRangeList(), list.getBytes(UTF_8));
    }

    private static List<ListedRange> read(RangeList form, byte[] bytes) throws IOException {
        List<ListedRange> rows = new ArrayList<>();
        form.read(new ByteArrayInputStream(bytes), rows::add);
        return rows;
    }
}
