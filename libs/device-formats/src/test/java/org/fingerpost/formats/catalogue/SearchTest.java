package org.fingerpost.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fingerpost.formats.definition.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @ParameterizedTest
    @ValueSource(strings = {"212", "P212", "p212", " 212 "})
    void numberIsFoundFirstThenThoseThatBeginWithIt(String text) {
        List<Definition> found = search(text);
        assertThat(found.getFirst().p()).hasToString("P212");
        assertThat(found).extracting(d -> d.p().toString()).allMatch(p -> p.startsWith("P212"));
    }

    @ParameterizedTest
    @CsvSource({
        "config.protocol, P212", "config server path, P237", "ntp server, P30",
        "file password, P1359", "syslog level, P208", "admin password, P2",
        "account 1 sip password, P34", "VLAN phone, P51", "STUN, P76",
        "voicemail, P33", "voice mail, P33", "voice-mail, P33"
    })
    void wordsOfNameAndMeaningFindIt(String text, String p) {
        assertThat(search(text)).isNotEmpty();
        assertThat(search(text).getFirst().p()).hasToString(p);
    }

    @Test
    void everyWordCounts() {
        assertThat(search("server")).hasSizeGreaterThan(search("ntp server").size());
        assertThat(search("ntp xylophone")).isEmpty();
    }

    @Test
    void valuesAreSearchedToo() {
        assertThat(search("FTPS")).extracting(d -> d.p().toString()).contains("P212", "P6767");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "xylophone", "9999999"})
    void nothingIsFoundForNonsense(String text) {
        assertThat(search(text)).isEmpty();
    }

    @Property(tries = 50)
    void anyTextIsSearchedWithoutAnException(@ForAll String text) {
        assertThat(search(text)).doesNotHaveDuplicates();
    }

    private static List<Definition> search(String text) {
        return Catalogue.standard().search(text);
    }
}
