package org.fingerpost.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValues;
import org.fingerpost.formats.xml.ProvisioningXml;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.upstream.doors.Reply;
import org.junit.jupiter.api.Test;

class FinderTest {
    private static final MacAddress MAC = MacAddress.parse("000b82123456");
    private static final Phone PHONE = new Phone("HT502", "", "", Optional.of(MAC), false);
    private static final String OWN = "cfg000b82123456.xml";
    private static final byte[] REDIRECT =
            ProvisioningXml.write(
                    PValues.builder()
                            .put("P237", "prov.example.net/p/key")
                            .put("P192", "prov.example.net/fw/key")
                            .build());
    private static final byte[] FILE = {1, 2, 3};

    private final MadeDoors doors = new MadeDoors();
    private final Finder finder =
            new Finder(
                    new Shelf(
                            doors,
                            new Chunks(doors, Chunks.BYTES, () -> 0),
                            new KeptFiles(1024),
                            Duration.ZERO,
                            Duration.ZERO,
                            () -> 0));

    @Test
    void aNameInADirectoryIsAskedForWhereItBelongs() {
        doors.put("/p/key/" + OWN, new Reply.Whole("", FILE));
        assertThat(bytes("p/key/" + OWN)).isEqualTo(FILE);
        assertThat(doors.asked()).containsExactly("CONFIG /p/key/" + OWN);
    }

    @Test
    void aBareConfigFileIsFoundWhereRedirectSendsThePhone() {
        doors.put("/gs/" + OWN, new Reply.Whole("", REDIRECT));
        doors.put("/p/key/" + OWN, new Reply.Whole("", FILE));
        assertThat(bytes(OWN)).isEqualTo(FILE);
        assertThat(doors.asked()).containsExactly("REDIRECT /gs/" + OWN, "CONFIG /p/key/" + OWN);
    }

    @Test
    void ifThereIsNoneForThePhoneItGetsTheRedirect() {
        doors.put("/gs/" + OWN, new Reply.Whole("", REDIRECT));
        assertThat(bytes(OWN)).isEqualTo(REDIRECT);
    }

    @Test
    void ifConfigIsAwayThePhoneIsToAskAgain() {
        doors.put("/gs/" + OWN, new Reply.Whole("", REDIRECT));
        doors.put("/p/key/" + OWN, new Reply.Away());
        assertThat(open(OWN)).isEqualTo(new Found.NotNow());
    }

    @Test
    void anHttpRedirectIsFollowedToo() {
        doors.put("/gs/" + OWN, new Reply.Elsewhere("http://prov.example.net/p/key/" + OWN));
        doors.put("/p/key/" + OWN, new Reply.Whole("", FILE));
        doors.put("/p/key/ht502fw.bin", new Reply.Whole("", REDIRECT));
        assertThat(bytes(OWN)).isEqualTo(FILE);
        assertThat(bytes("ht502fw.bin")).isEqualTo(REDIRECT);
    }

    @Test
    void bareFirmwareIsFoundForAPhoneThatSaysWhoItIs() {
        doors.put("/gs/" + OWN, new Reply.Whole("", REDIRECT));
        doors.put("/fw/key/ht502fw.bin", new Reply.Whole("", FILE));
        assertThat(bytes("ht502fw.bin")).isEqualTo(FILE);
        assertThat(doors.asked())
                .containsExactly("REDIRECT /gs/" + OWN, "FIRMWARE /fw/key/ht502fw.bin");
    }

    @Test
    void firmwareThatIsNotThereIsNoRedirect() {
        doors.put("/gs/" + OWN, new Reply.Whole("", REDIRECT));
        assertThat(open("ht502fw.bin")).isEqualTo(new Found.None());
    }

    @Test
    void anUnclaimedPhoneFindsNothing() {
        assertThat(open(OWN)).isEqualTo(new Found.None());
        assertThat(open("ht502fw.bin")).isEqualTo(new Found.None());
        assertThat(open("etc/passwd")).isEqualTo(new Found.None());
        doors.put("/gs/" + OWN, new Reply.Away());
        assertThat(open(OWN)).isEqualTo(new Found.NotNow());
    }

    private Found open(String name) {
        List<Found> found = new ArrayList<>();
        finder.open(Destination.of(name, PHONE.mac()), PHONE, "192.0.2.1", found::add);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private byte[] bytes(String name) {
        return ((WholeFile) ((Found.File) open(name)).source()).all();
    }
}
