package org.fingerpost.redirect.dialects.xmlrpc.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers letter by letter, as programs look for them. */
class MethodAnswerTest {
    @Test
    void aPairIsInOneLineAndItsTextHasNoElementOfItsOwn() {
        assertThat(text(new MethodAnswer.Said(true, "OK")))
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param>"
                                + "<value><array><data><value><boolean>1</boolean></value>"
                                + "<value>OK</value></data></array></value></param></params>"
                                + "</methodResponse>");
    }

    @Test
    void whatMarkupWouldReadIsEscapedAndWhatXmlCannotHoldIsAQuestionMark() {
        assertThat(text(new MethodAnswer.Said(false, "<a>&\u0000\n\ud800ä")))
                .contains("<boolean>0</boolean>", "<value>&lt;a&gt;&amp;???ä</value>");
    }

    @Test
    void aListIsAListInThePair() {
        assertThat(text(new MethodAnswer.Listed(List.of("a", "b"))))
                .contains(
                        "<value><boolean>1</boolean></value><value><array><data><value>a</value>"
                                + "<value>b</value></data></array></value>");
    }

    @Test
    void aFaultHasItsCodeAndItsText() {
        assertThat(text(new MethodAnswer.Fault(-32_601, "no <such>")))
                .contains(
                        "<fault><value><struct><member><name>faultCode</name><value><int>-32601"
                                + "</int></value></member><member><name>faultString</name><value>"
                                + "no &lt;such&gt;</value></member></struct></value></fault>");
    }

    private static String text(MethodAnswer answer) {
        return new String(answer.bytes(), UTF_8);
    }
}
