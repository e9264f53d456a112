package org.fingerpost.formats.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.ValueType;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalogue in the jar must hold, whoever edits its files. */
class StandardCatalogueTest {

    private static final List<Definition> ALL = Catalogue.standard().all();

    /** What provisioning rests on, and phones that must have it. */
    @ParameterizedTest
    @CsvSource({
        "P2, BT200 HT286 HT502 HT702 HT801 HT801V2 GXP2000 GXP1405 GXP2160 GRP2614 GXV3140 DP715",
        "P196, HT502 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXW4004 DP750",
        "P192 P237, BT200 HT286 HT502 HT702 HT801 HT801V2 GXP2000 GXP1105 GXP1405 GXP2100 GXP1628",
        "P192 P237, GXP1760 GXP2160 GRP2602 GRP2614 GRP2650 GXV3140 GXV3240 GXV3370 GXW4008 WP820",
        "P192 P237, GXW4216 GXW4501 DP715 DP750 GHP621 GXP2200 GXV3000 GXW4104",
        "P212, BT200 HT502 HT702 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXV3140 GXW4216 DP750"
                + " GXP1760",
        "P6767, HT801V2 GXP1628 GXP1760 GXP2160 GRP2602 GRP2614 DP750 WP820",
        "P194, BT200 HT502 HT801 GXP1405 GXP1760 GXP2160 GRP2614 GXW4216 DP715",
        "P22296, HT801V2",
        "P193, HT502 HT801 HT801V2 GXP1405 GXP1760 GXP2160 GRP2614 GXW4216 DP715 DP750",
        "P285, HT801 HT801V2 GXP1760 GRP2614",
        "P8459, HT801 HT801V2 GXP1760 GRP2614",
        "P286, HT801 HT801V2 GXP1405 GRP2614",
        "P8458, HT801 GXP1760 GXP2160 GRP2614",
        "P232 P233 P234 P235, BT200 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXW4216 DP750",
        "P238, BT200 HT801 HT801V2 GXP1405 GXP2160 GRP2614",
        "P240, HT801 GXP1405 GRP2614 GXW4216",
        "P242, HT502 GXW4216",
        "P1359, HT502 HT702 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXW4004 GXW4216 DP715 DP750",
        "P1360 P1361, HT801 GXP1405 GXP1760 GXP2160 GRP2614",
        "P6768 P6769, GXP1628 GXP1760 GXP2160 GRP2614",
        "P20713, GXP1760 GXP2160 GRP2614",
        "P145, HT801 HT801V2 GXP1405 GXP2160 GRP2614",
        "P8337, HT801V2 GXP1760 GXP2160 GRP2614",
        "P1411, HT801 GXP1405 GXP2160 GRP2614",
        "P1414, HT801 HT801V2 GXP2160 GRP2614",
        "P8467, HT801V2 GRP2614",
        "P8501 P8601, HT801V2",
        "P8375, GXP1628 GRP2614",
        "P4428, HT801 GXP2160 GRP2614",
        "P8463, HT801 HT801V2 GXP1760 GXP2160 GRP2614",
        "P22030, HT801 GRP2614",
        "P8502, GXP1760 GXP2160 GRP2614",
        "P2386, HT801 DP750",
        "P8433 P8438, GXP1760",
        "P280 P279 P281, HT502 HT801 GXP1405 GXP1760 GRP2614 GXW4216 DP750",
        "P8472, HT801 GXP1760",
        "P22293 P22294, HT801 HT801V2 GXP1760 GRP2614",
        "P8536, GXP1760",
        "P9996, GRP2614",
        "P8468, GXP1760 GXP2160 GRP2614",
        "P146 P148, HT502 HT801 GXP1405 GXP2160 GRP2614 GXW4216 DP750",
        "P1650, HT801 GXP1760 GXP2160 GRP2614",
        "P207 P208, HT502 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXW4216",
        "P30, BT200 HT502 HT801 HT801V2 GXP1405 GXP2160 GRP2614 GXW4216 DP750"
    })
    void settingsOfProvisioningAreDefined(String numbers, String models) {
        for (String number : numbers.split(" ")) {
            for (String model : models.split(" ")) {
                Family family = DeviceModels.find(model).orElseThrow().family();
                assertThat(Catalogue.standard().find(PValue.parse(number), family))
                        .as(number + " on " + model)
                        .isPresent();
            }
        }
    }

    /** P287 stands in old lists, and in no template. */
    @Test
    void numberThatNobodyShouldUseIsNotDefined() {
        assertThat(Catalogue.standard().find(new PValue(287))).isEmpty();
    }

    private static final List<String> EVERY_DAY =
            List.of(
                    "active",
                    "name",
                    "sip-server",
                    "outbound-proxy",
                    "sip-user",
                    "sip-login",
                    "sip-password",
                    "register",
                    "register-minutes",
                    "transport",
                    "nat",
                    "dns-mode",
                    "voice-mail",
                    "subscribe-mwi",
                    "dial-plan",
                    "codec-1",
                    "codec-7",
                    "srtp",
                    "auto-answer",
                    "second-sip-server",
                    "pickup-prefix",
                    "eventlist-uri");

    @ParameterizedTest
    @CsvSource({"GXP2160, 6", "GRP2614, 6", "GXP1760, 6", "GXP1628, 3", "GXP1405, 2"})
    void accountsHaveWhatAProviderSetsEveryDay(String model, int accounts) {
        List<String> missing = new ArrayList<>();
        for (int account = 1; account <= accounts; account++) {
            for (String setting : EVERY_DAY) {
                String name = "account." + account + "." + setting;
                if (!has(name, model)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void largestPhonesHaveSixteenAccounts() {
        for (String setting : List.of("sip-server", "sip-user", "sip-login", "sip-password")) {
            assertThat(has("account.16." + setting, "GXV3370")).as(setting).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time.zone",
                "time.ntp-server",
                "log.server",
                "log.level",
                "network.vlan",
                "network.vlan-priority",
                "network.lldp",
                "network.dot1x",
                "network.dot1x-identity",
                "network.dot1x-password",
                "network.address-mode",
                "network.dns-first-1",
                "network.stun-server",
                "ldap.server",
                "ldap.base",
                "phonebook.server-path",
                "management.tr069-url",
                "management.tr069-password",
                "access.web-mode",
                "access.admin-password",
                "tone.dial",
                "tone.busy",
                "device.language"
            })
    void deskPhoneHasWhatAProviderSetsEveryDay(String name) {
        assertThat(has(name, "GXP2160")).isTrue();
        assertThat(has(name, "GRP2614")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "snmp.community, HT801", "snmp.community, GRP2614", "key.1.mode, GXP2160",
        "key.1.mode, GXP1628", "line-key.1.mode, GXP1760", "ext-key.40.value, GXP2160",
        "account.1.fax-mode, HT801", "account.2.hook-flash, HT801",
                "account.6.forward-all-on-code, GRP2614",
        "management.tr069, HT801", "access.wan-web, HT801"
    })
    void settingIsThere(String name, String model) {
        assertThat(has(name, model)).isTrue();
    }

    /** A name that speaks of a secret is one, and is hidden everywhere. */
    @Test
    void whatIsCalledAPasswordIsSecret() {
        var speaksOfSecrets =
                Pattern.compile("(^|[.-])(password|secret|pin|community)($|-[0-9]+$)");
        assertThat(ALL)
                .filteredOn(d -> speaksOfSecrets.matcher(d.name()).find())
                .hasSizeGreaterThan(100)
                .allMatch(Definition::secret, "is secret");
    }

    @Test
    void secretDefinitionIsListedAmongTheSecretPValues() {
        assertThat(ALL)
                .filteredOn(Definition::secret)
                .allMatch(d -> d.p().isSecret(), "is in secret-pvalues.txt");
    }

    /** A listed number is hidden on all families, also where it is text of another setting. */
    @Test
    void listedSecretIsDefinedAsOneWhereItIsTextButForTwo() {
        assertThat(ALL)
                .filteredOn(d -> d.p().isSecret() && !d.secret())
                .filteredOn(d -> d.type() instanceof ValueType.Text)
                .extracting(Definition::toString)
                .containsExactly("P82 network.pppoe-user", "P1506 account.4.distinctive-caller-1");
    }

    @Test
    void meaningsAreSentences() {
        assertThat(ALL)
                .allSatisfy(d ->
                        assertThat(d.meaning())
                                .matches("[A-Z0-9].*[.;]")
                                .doesNotContain("{")
                                .hasSizeLessThan(200));
    }

    private static boolean has(String name, String model) {
        Optional<Family> family = DeviceModels.familyOf(model);
        return ALL.stream().anyMatch(d -> d.name().equals(name) && d.isFor(family.orElseThrow()));
    }
}
