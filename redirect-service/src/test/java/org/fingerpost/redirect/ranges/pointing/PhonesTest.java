package org.fingerpost.redirect.ranges.pointing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.fingerpost.redirect.Outside.approve;
import static org.fingerpost.redirect.Outside.block;
import static org.fingerpost.redirect.Outside.by;
import static org.fingerpost.redirect.Outside.provider;
import static org.fingerpost.redirect.Outside.register;
import static org.fingerpost.redirect.Outside.targetServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fingerpost.access.Caller;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.Outside.Customer;
import org.fingerpost.redirect.ranges.Assignment;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;
import org.fingerpost.redirect.ranges.pointing.Phones.Existing;
import org.fingerpost.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of one phone that is pointed, by what lies around it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PhonesTest {
    private static final AtomicInteger BLOCK = new AtomicInteger();

    private final String block = String.format("000b82d3%02x", BLOCK.getAndIncrement());
    private final MacAddress phone = MacAddress.parse(block + "10");

    @Inject Phones phones;

    private Customer acme;
    private Caller.OfProvider caller;
    private long here;
    private long there;

    @BeforeEach
    void aProviderWithTwoServers() {
        acme = provider("Acme");
        caller = new Caller.OfProvider(acme.id());
        here = targetServer(acme, "http://here.example/p", "http://here.example/f");
        there = targetServer(acme, "http://there.example/p", "http://there.example/f");
    }

    @Test
    void aPhoneThatIsSaidAgainIsTheSameRange() {
        Registration first = point(here);
        Registration again = point(here);

        assertThat(again).isEqualTo(first);
        assertThat(first.state()).isEqualTo(State.PENDING);
    }

    @Test
    void aRangeOfOneGoesElsewhereAndStaysAsFarAlongAsItIs() {
        Registration first = point(here);

        Registration pending = point(there);
        approve(pending.id());
        Registration active = point(here);

        assertThat(pending.id()).isEqualTo(first.id());
        assertThat(pending.targetServer()).isEqualTo(there);
        assertThat(pending.state()).isEqualTo(State.PENDING);
        assertThat(active.targetServer()).isEqualTo(here);
        assertThat(active.state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void keptIsWhatIsThere() {
        Registration first = point(here);

        Phones.Pointed outcome = phones.point(caller, List.of(phone), there, Existing.KEEP);

        assertThat(outcome)
                .isEqualTo(
                        new Phones.Pointed.None(
                                Map.of(phone, new Assignment.ClashesWithOwn(first))));
        assertThat(phones.standing(caller, phone)).isEqualTo(new Standing.Own(first));
    }

    @Test
    void insideAPendingRangeAPhoneOfItsOwnIsPendingToo() {
        long range = register(acme, block + "00", block + "ff", here);

        Registration inside = point(there);

        assertThat(inside.parent()).contains(range);
        assertThat(inside.state()).isEqualTo(State.PENDING);
    }

    @Test
    void insideAnActiveRangeItIsActiveAtOnceAndWithTheSameServerNoRangeIsMade() {
        long range = register(acme, block + "00", block + "ff", here);
        approve(range);

        assertThat(point(here).id()).isEqualTo(range);
        Registration inside = point(there);

        assertThat(inside.parent()).contains(range);
        assertThat(inside.state()).isEqualTo(State.ACTIVE);
        assertThat(inside.approvedAt()).isPresent();
    }

    @Test
    void noWordLeadsAroundABlock() {
        long range = register(acme, block + "00", block + "ff", here);
        approve(range);
        phones.giveBack(caller, List.of(phone));
        block(range);

        assertThat(point(there).state()).isEqualTo(State.PENDING);
    }

    @Test
    void aBlockedPhoneThatWasGivenBackStaysBlocked() {
        approve(register(acme, block + "00", block + "ff", here));
        block(point(there).id());
        phones.giveBack(caller, List.of(phone));

        assertThat(point(here).blocked()).isTrue();
        assertThat(point(there).blocked()).isTrue();
    }

    @Test
    void aPhoneThatWasGivenBackIsTakenBackIntoItsRangeOrIntoOneOfItsOwn() {
        long range = register(acme, block + "00", block + "ff", here);
        approve(range);
        phones.giveBack(caller, List.of(phone));
        assertThat(phones.standing(caller, phone)).isEqualTo(new Standing.Free());

        assertThat(point(here).id()).isEqualTo(range);
        phones.giveBack(caller, List.of(phone));
        Registration own = point(there);

        assertThat(own.state()).isEqualTo(State.ACTIVE);
        assertThat(own.range().first()).isEqualTo(phone);
        assertThat(own.targetServer()).isEqualTo(there);
    }

    @Test
    void aPhoneOfARunningPilotStaysInIt() {
        long range =
                by(acme).body(
                                Map.of(
                                        "first",
                                        block + "00",
                                        "last",
                                        block + "ff",
                                        "targetServerId",
                                        here,
                                        "pilotMacs",
                                        List.of(phone.toString())))
                        .post("/api/v1/ranges")
                        .jsonPath()
                        .getLong("id");
        approve(range);

        Phones.Pointed outcome = phones.point(caller, List.of(phone), there, Existing.MOVE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Phones.Pointed.None.class,
                        none ->
                                assertThat(none.why().get(phone))
                                        .isInstanceOf(Assignment.InsidePilot.class));
        assertThat(point(here).id()).isEqualTo(range);
    }

    @Test
    void whatIsDelegatedIsFreeToWhomItIsDelegatedAndToNobodyElse() {
        Customer rival = provider("Rival");
        Caller.OfProvider rivals = new Caller.OfProvider(rival.id());
        long theirs = targetServer(rival, "http://r.example/p", "http://r.example/f");
        long range = register(acme, block + "00", block + "ff", here);
        approve(range);
        assertThat(phones.standing(rivals, phone)).isEqualTo(new Standing.Elsewhere());
        assertThat(phones.point(rivals, List.of(phone), theirs, Existing.MOVE))
                .isEqualTo(
                        new Phones.Pointed.None(
                                Map.of(phone, new Assignment.ClashesWithForeign())));

        by(acme).body(
                        Map.of(
                                "toProvider", rival.id(),
                                "first", block + "10",
                                "last", block + "1f"))
                .post("/api/v1/ranges/" + range + "/delegations")
                .then()
                .statusCode(201);

        assertThat(phones.standing(rivals, phone)).isEqualTo(new Standing.Free());
        assertThat(phones.point(rivals, List.of(phone), theirs, Existing.MOVE))
                .isInstanceOfSatisfying(
                        Phones.Pointed.All.class,
                        all ->
                                assertThat(all.ranges().getFirst().state())
                                        .isEqualTo(State.PENDING));
        assertThat(phones.standing(caller, phone)).isEqualTo(new Standing.Elsewhere());
    }

    @Test
    void aListWithOneThatCannotBeLeavesTheOthersAsTheyWere() {
        List<MacAddress> list = IntStream.range(0, 5).mapToObj(i -> phone.plus(i)).toList();
        Customer rival = provider("Rival");
        String last = list.getLast().toString();
        register(
                rival, last, last, targetServer(rival, "http://r.example/p", "http://r.example/f"));

        Phones.Pointed outcome = phones.point(caller, list, here, Existing.MOVE);

        assertThat(outcome)
                .isEqualTo(
                        new Phones.Pointed.None(
                                Map.of(list.getLast(), new Assignment.ClashesWithForeign())));
        assertThat(list).noneMatch(each -> phones.standing(caller, each) instanceof Standing.Own);
        assertThat(phones.giveBack(caller, list)).isEqualTo(new Phones.GivenBack.None(list));
    }

    @Test
    void aServerThatIsNotTheProvidersIsNoneWhereverThePhoneLies() {
        Customer rival = provider("Rival");
        long theirs = targetServer(rival, "http://r.example/p", "http://r.example/f");
        Phones.Pointed none =
                new Phones.Pointed.None(Map.of(phone, new Assignment.NoSuchTargetServer(theirs)));

        assertThat(phones.point(caller, List.of(phone), theirs, Existing.MOVE)).isEqualTo(none);
        point(here);
        assertThat(phones.point(caller, List.of(phone), theirs, Existing.MOVE)).isEqualTo(none);
    }

    private Registration point(long server) {
        return phones.point(caller, List.of(phone), server, Existing.MOVE)
                        instanceof Phones.Pointed.All(var ranges)
                ? ranges.getFirst()
                : fail("it was refused");
    }
}
