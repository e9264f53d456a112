package org.fingerpost.redirect.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fingerpost.door.Answer;
import org.fingerpost.door.PhoneRequest;
import org.fingerpost.door.Seen;
import org.fingerpost.door.shedding.ShedClass;
import org.fingerpost.door.sightings.Kind;
import org.fingerpost.door.sightings.Outcome;
import org.fingerpost.formats.cfg.CfgBinary;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.redirect.answers.Answers;
import org.fingerpost.redirect.answers.Servers;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.routes.Route;
import org.fingerpost.redirect.routes.TargetServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectDoorTest {
    private static final String MINE = "000b82123456";
    private static final String NOBODYS = "000b82999999";
    private static final String AGENT = "Grandstream Model HW GXP2160 SW 1.0.11.39 DevId ";

    private final Map<MacAddress, TargetServer> claimed = new HashMap<>();
    private final List<MacAddress> lookups = new ArrayList<>();
    private final RedirectDoor door = new RedirectDoor(this::find, new Answers(Servers.NO_KEY));

    private Route find(MacAddress mac) {
        lookups.add(mac);
        TargetServer server = claimed.get(mac);
        return server == null ? new Route.Unclaimed() : new Route.To(server);
    }

    @ParameterizedTest
    @CsvSource({
        "/gs/cfg{mac}, CFG_BINARY",
        "/gs/cfg{mac}.bin, CFG_BINARY",
        "/cfg{mac}, CFG_BINARY",
        "/gs/cfg.txt, CFG_BINARY",
        "/gs/cfg{mac}.xml, CFG_XML",
        "/gs/dev{mac}.cfg, CFG_XML",
        "/gs/cfg.xml, GENERIC_XML",
        "/gs/cfggxp2160.xml, GENERIC_XML",
    })
    void everyNameThatPhonesAskForRedirects(String path, Kind kind) {
        claim(Servers.plain());

        Answer answer = ask(path, MINE);

        assertThat(answer).isInstanceOf(Answer.Bytes.class);
        assertThat(answer.seen())
                .isEqualTo(new Seen(kind, Outcome.REDIRECTED, MINE, 1, "", "GXP2160", "1.0.11.39"));
        assertThat(lookups).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gs/cfg{mac}",
                "/gs/cfg{mac}.xml",
                "/gs/dev{mac}.cfg",
                "/gs/x_cfg{mac}_y",
                "/gs/cfg.xml",
                "/gs/cfg.txt"
            })
    void aMacThatNobodyHasClaimedCostsOneLookupAndGetsTheBareAnswer(String path) {
        claim(Servers.plain());

        Answer answer = ask(path, NOBODYS);

        assertThat(answer).isInstanceOf(Answer.Nothing.class);
        assertThat(answer.seen().outcome()).isEqualTo(Outcome.UNCLAIMED);
        assertThat(answer.seen().mac()).isEqualTo(NOBODYS);
        assertThat(answer.seen().provider()).isZero();
        assertThat(lookups).containsExactly(MacAddress.parse(NOBODYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gs/cfg{mac}", "/gs/cfg{mac}.xml", "/gs/cfg.xml", "/gs/a.bin"})
    void aBlockedPhoneGetsWhatAnUnclaimedOneGets(String path) {
        RedirectDoor blocking =
                new RedirectDoor(mac -> new Route.Blocked(), new Answers(Servers.NO_KEY));
        PhoneRequest request =
                request(path.replace("{mac}", NOBODYS), Optional.of(AGENT + NOBODYS));

        assertThat(blocking.answer(request)).isEqualTo(door.answer(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gs/cfg.xml", "/gs/cfggxp2160.xml", "/gs/cfg.txt"})
    void aGenericNameFromAPhoneThatDoesNotSayWhoItIsGetsNothing(String path) {
        Answer answer = door.answer(request(path, Optional.empty()));

        assertThat(answer).isInstanceOf(Answer.Nothing.class);
        assertThat(answer.seen().outcome()).isEqualTo(Outcome.NONE);
        assertThat(lookups).isEmpty();
    }

    @Test
    void aBoxOfTwoUnitsIsFoundByItsSecondAddressToo() {
        claim(Servers.plain());

        Answer answer =
                door.answer(
                        request(
                                "/gs/cfg.xml",
                                Optional.of(
                                        "Grandstream GXW4248 (DevId "
                                                + NOBODYS
                                                + " / "
                                                + MINE
                                                + ")")));

        assertThat(answer.seen().mac()).isEqualTo(MINE);
        assertThat(lookups).hasSize(2);
    }

    @Test
    void thePathIsBelievedBeforeTheHeader() {
        claim(Servers.plain());

        Answer answer = door.answer(request("/gs/cfg" + NOBODYS, Optional.of(AGENT + MINE)));

        assertThat(answer).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void aPhoneThatCarriesAPrefixIsToldTheTargetServersEvenIfThatHasNone() {
        claim(Servers.plain());

        assertThat(told("/gs/old_cfg{mac}", "P234")).contains("");
        assertThat(told("/gs/old_cfg{mac}", "P235")).contains("");
        assertThat(told("/gs/cfg{mac}", "P234")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/gs/cfg{mac}, http://prov.example:8082/p/k/gs_cfg000b82123456.x%5B1%5D",
        "/cfg{mac}.xml, http://prov.example:8082/p/k/gs_cfg000b82123456.xml.x%5B1%5D",
        "/gs/old_cfg{mac}, http://prov.example:8082/p/k/gs_cfg000b82123456.x%5B1%5D",
        "/gs/cfg.xml, http://prov.example:8082/p/k/gs_cfg.xml.x%5B1%5D",
        "/gs/deep/phonebook.xml, http://prov.example:8082/p/k/gs_phonebook.xml.x%5B1%5D",
        "/gs/gxp2160fw.bin, https://fw.example/f/gxp2160fw.bin_f",
        "/gs/a%20b%3Fc%23, http://prov.example:8082/p/k/gs_a%20b%3Fc%23.x%5B1%5D",
    })
    void theHttpDialectLeadsToTheSameFileAtTheTargetServer(String path, String location) {
        claim(Servers.with(new Affixes("gs_", ".x[1]"), true));

        Answer answer = ask(path, MINE);

        assertThat(answer).isInstanceOf(Answer.Moved.class);
        assertThat(((Answer.Moved) answer).location()).isEqualTo(location);
        assertThat(answer.seen().outcome()).isEqualTo(Outcome.REDIRECTED);
        assertThat(answer.seen().mac()).isEqualTo(MINE);
    }

    @Test
    void theHttpDialectLeadsNobodyElseAnywhere() {
        claim(Servers.with(Affixes.NONE, true));

        assertThat(ask("/gs/cfg{mac}", NOBODYS)).isInstanceOf(Answer.Nothing.class);
        assertThat(ask("/gs/gxp2160fw.bin", NOBODYS)).isInstanceOf(Answer.Nothing.class);
        assertThat(ask("/favicon.ico", MINE)).isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void withoutTheHttpDialectOtherFilesAreNotHere() {
        claim(Servers.with(Instructions.NONE));

        Answer answer = ask("/gs/gxp2160fw.bin", MINE);

        assertThat(answer).isInstanceOf(Answer.Nothing.class);
        assertThat(answer.seen().outcome()).isEqualTo(Outcome.NONE);
    }

    private Optional<String> told(String path, String p) {
        return switch (ask(path, MINE)) {
            case Answer.Bytes bytes ->
                    CfgBinary.decode(bytes.body()).settings().get(PValue.parse(p));
            case Answer.Nothing _,
                    Answer.Challenge _,
                    Answer.NotNow _,
                    Answer.Moved _,
                    Answer.StoredFile _ ->
                    throw new AssertionError("no file");
        };
    }

    private Answer ask(String path, String mac) {
        return door.answer(request(path.replace("{mac}", mac), Optional.of(AGENT + mac)));
    }

    private static PhoneRequest request(String path, Optional<String> agent) {
        return new PhoneRequest(
                path,
                false,
                name -> agent.filter(given -> name.equals("User-Agent")),
                "127.0.0.1",
                false);
    }

    private void claim(TargetServer server) {
        claimed.put(MacAddress.parse(MINE), server);
    }

    @ParameterizedTest
    @CsvSource({
        "/gs/cfg000b82123456, REDIRECT",
        "/cfg000b82123456.xml, REDIRECT",
        "/gs/dev000b82123456.cfg, REDIRECT",
        "/gs/cfg.xml, GENERIC",
        "/gs/cfg.txt, GENERIC",
        "/gs/gxp2160fw.bin, GENERIC",
        "/elsewhere/file, GENERIC",
    })
    void redirectsAreTheLastToBePutOff(String path, ShedClass expected) {
        assertThat(
                        door.shedClass(
                                new PhoneRequest(
                                        path, false, _ -> Optional.empty(), "127.0.0.1", false)))
                .isEqualTo(expected);
    }
}
