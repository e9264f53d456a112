package org.fingerpost.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.claim.ProvisioningCentre;
import org.fingerpost.cli.claim.SecondPhase;
import org.fingerpost.cli.files.Mac;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.phone.VirtualPhone;
import org.fingerpost.cli.walk.Walk;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Trust;
import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;
import org.junit.jupiter.api.Test;

/** The manual's two phases: a phone that nobody has a record of is set up by who has the PIN. */
class SelfProvisioningIT {
    private static final String MAC = "000b82345678";
    private static final String NUMBER = "+4930345678";

    private final Deployment town = Town.whole();
    private final Customer acme = Customer.in(town);
    private final PhoneClient client =
            new PhoneClient(Trust.ofSystem(), Duration.ofSeconds(20), false);
    private final VirtualPhone phone =
            new VirtualPhone(Phone.of(new Mac(MAC), "GXP2160", "1.0.9.1"), client);

    @Test
    void aPhoneIsSetUpByWhoeverHasItsPin() {
        assertThat(acme.register("000b82345600", "000b823456ff")).isTrue();
        acme.genericSettings(Map.of("P47", "centre.example"));
        String pin = acme.pin(NUMBER, Map.of("P47", "sip.example", "P34", "s3cret"));
        String redirect = town.url(PartName.REDIRECT) + "/gs";
        Soon.holds(
                "the phone is redirected, and its provider has a generic file",
                () ->
                        Http.get(redirect + "/cfg" + MAC).statusCode() == 200
                                && Http.get(acme.configFolder() + "/cfg.xml").statusCode() == 200);

        Walk first = phone.firstBoot(Address.ofUrl(redirect), Map.of());
        assertThat(first.settings()).containsEntry("P47", "centre.example");
        var refused = phase(pin, "").after(first);
        var claimed = phase(pin, NUMBER).after(first);

        assertThat(refused.said().status()).isEqualTo(422);
        assertThat(claimed.walk().troubles()).isEmpty();
        assertThat(claimed.walk().settings())
                .containsEntry("P47", "sip.example")
                .containsEntry("P34", "s3cret");
        Walk nextDay = phone.nextBoot(claimed.walk());
        assertThat(nextDay.steps().getFirst().learned()).containsEntry("P34", "s3cret");
        assertThat(Http.get(acme.configFolder() + "/cfg" + MAC).statusCode()).isEqualTo(404);
    }

    private SecondPhase phase(String pin, String number) {
        Address service = Address.ofUrl(town.url(PartName.CONFIG));
        var centre = new ProvisioningCentre(client, service, acme.apiKey, pin, number);
        return new SecondPhase(phone, centre, Duration.ofSeconds(60));
    }
}
