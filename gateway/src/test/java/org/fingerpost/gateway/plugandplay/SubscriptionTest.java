package org.fingerpost.gateway.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {
    private static final byte[] GOOD =
            Asking.subscribe("000B82123456", "1a2b", "192.168.1.20:5062");

    @Test
    void phoneIsReadByItsMacAndContact() {
        Subscription read = read(GOOD);

        assertThat(read.mac()).hasToString("000b82123456");
        assertThat(read.contact()).isEqualTo("sip:000B82123456@192.168.1.20:5062");
        assertThat(read.contactHost()).isEqualTo("192.168.1.20");
        assertThat(read.contactPort()).isEqualTo(5062);
        assertThat(read.callId()).isEqualTo("1a2b");
    }

    @Test
    void shortNamesOfFieldsAndABareMacAreTheSame() {
        byte[] brief = Asking.changed(GOOD, "Call-ID:", "i :");
        brief = Asking.changed(brief, "SUBSCRIBE sip:MAC%3A", "SUBSCRIBE sip:");
        brief = Asking.changed(brief, ":5062>", ">;expires=0");

        assertThat(read(brief).callId()).isEqualTo("1a2b");
        assertThat(read(brief).contactPort()).isEqualTo(5060);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBSCRIBE sip:|REGISTER sip:",
                "SIP/2.0|SIP/3.0",
                "SUBSCRIBE sip:MAC%3A000B82123456@|SUBSCRIBE sip:MAC%3A000B8212345@",
                "ua-profile|presence",
                "Call-ID:|Other:",
                "Call-ID:|Call-ID",
                "1 SUBSCRIBE|1 INVITE",
                ":5062|:70000",
                ":5062|:0",
                "192.168.1.20|phone.example",
                "@224.0.1.75>\\r\\nCall|@224.0.1.75>;tag=1\\r\\nCall",
                "Call-ID: 1a2b|Call-ID: 1a2b\\r\\ni: 2",
                "Call-ID: 1a2b|Call-ID: 1a2b\\r\\n goes on",
                "Call-ID: 1a2b|Call-ID: \u00e4",
                "Call-ID: 1a2b|Call-ID: 1\\n2",
                "\\r\\n\\r\\n|\\r\\n",
            })
    void anythingElseIsRefused(String from, String to) {
        byte[] changed = Asking.changed(GOOD, text(from), text(to));
        assertThatThrownBy(() -> read(changed)).isInstanceOf(SipException.class);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String field = "X: " + "x".repeat(60) + "\r\n";
        for (String more :
                new String[] {"X: " + "x".repeat(400), "X: x\r\n".repeat(30), field.repeat(20)}) {
            byte[] changed = Asking.changed(GOOD, "Expires: 0", more.strip());
            assertThatThrownBy(() -> read(changed)).isInstanceOf(SipException.class);
        }
    }

    @Property
    void anyBytesAreEndured(@ForAll @Size(max = 200) byte[] nonsense, @ForAll int where) {
        byte[] spoiled = GOOD.clone();
        int at = Math.floorMod(where, spoiled.length);
        System.arraycopy(nonsense, 0, spoiled, at, Math.min(nonsense.length, spoiled.length - at));
        for (byte[] datagram : new byte[][] {nonsense, spoiled}) {
            try {
                assertThat(read(datagram).mac()).isNotNull();
            } catch (SipException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private static Subscription read(byte[] datagram) {
        return Subscription.of(SipText.read(datagram, datagram.length));
    }

    private static String text(String escaped) {
        return escaped.replace("\\r", "\r").replace("\\n", "\n");
    }
}
