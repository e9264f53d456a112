package org.fingerpost.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static final DeviceModel DESK = DeviceModels.find("GXP2160").orElseThrow();
    private static final DeviceModel ADAPTER = DeviceModels.find("HT802").orElseThrow();
    private static final MacAddress PHONE = MacAddress.parse("000b82000010");
    private static final Salt SALT = new Salt(1, 2);
    private static final Optional<String> OLD = Optional.of("1.0.5.1");

    @Test
    void aRuleForAModelOrItsFamilyChoosesItsPhones() {
        assertThat(rule(Set.of("GXP2160"), List.of(), Set.of()).chooses(PHONE, DESK, OLD)).isTrue();
        assertThat(
                        rule(Set.of(DESK.family().name()), List.of(), Set.of())
                                .chooses(PHONE, DESK, OLD))
                .isTrue();
        assertThat(rule(Set.of("GXP2160"), List.of(), Set.of()).chooses(PHONE, ADAPTER, OLD))
                .isFalse();
    }

    @Test
    void aRuleOfRangesChoosesWhatLiesInOneOfThem() {
        Rule rule =
                rule(
                        Set.of("GXP2160"),
                        List.of(
                                Span.parse("000b82000100", "000b820001ff"),
                                Span.parse("000b82000010", "000b8200001f"),
                                Span.parse("000b82000030", "000b82000030")),
                        Set.of());

        for (String mac : List.of("000b82000010", "000b8200001f", "000b82000030", "000b820001ff")) {
            assertThat(rule.chooses(MacAddress.parse(mac), DESK, OLD)).as(mac).isTrue();
        }
        for (String mac : List.of("000b8200000f", "000b82000020", "000b82000200")) {
            assertThat(rule.chooses(MacAddress.parse(mac), DESK, OLD)).as(mac).isFalse();
        }
    }

    @Test
    void aRuleOfVersionsDoesNotChooseWhoSaysNone() {
        Rule rule = rule(Set.of("GXP2160"), List.of(), Set.of("1.0.5.1"));

        assertThat(rule.chooses(PHONE, DESK, OLD)).isTrue();
        assertThat(rule.chooses(PHONE, DESK, Optional.of("1.0.5.2"))).isFalse();
        assertThat(rule.chooses(PHONE, DESK, Optional.empty())).isFalse();
    }

    @Property
    void whoWasLetInStaysInWhenARuleIsOpenedFurther(
            @ForAll @LongRange(max = 0xffffffffffffL) long mac,
            @ForAll @LongRange(max = 1L << 32) long one,
            @ForAll @LongRange(max = 1L << 32) long other) {
        Rule rule = rule(Set.of("GXP2160"), List.of(), Set.of());
        MacAddress phone = new MacAddress(mac);
        boolean narrow = rule.opened(Math.min(one, other)).lets(phone, DESK, OLD);
        boolean wide = rule.opened(Math.max(one, other)).lets(phone, DESK, OLD);

        assertThat(!narrow || wide).isTrue();
        assertThat(rule.opened(0).lets(phone, DESK, OLD)).isFalse();
        assertThat(rule.opened(Salt.PLACES).lets(phone, DESK, OLD)).isTrue();
    }

    @Test
    void aRuleForNothingOrOfRangesThatMeetIsRefused() {
        Span one = Span.parse("000b82000010", "000b82000020");
        Span other = Span.parse("000b82000020", "000b82000030");

        assertThatThrownBy(() -> rule(Set.of(), List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule(Set.of("GXP2160"), List.of(one, other), Set.of()))
                .hasMessageContaining("meet");
        assertThatThrownBy(
                        () -> rule(Set.of("GXP2160"), List.of(), Set.of()).opened(Salt.PLACES + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.parse("000b82000020", "000b82000010"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rule rule(Set<String> names, List<Span> ranges, Set<String> running) {
        return new Rule(names, ranges, running, SALT, 0);
    }
}
