package org.fingerpost.config.pins.claiming;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fingerpost.access.Caller;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.devices.Device;
import org.fingerpost.config.devices.Devices;
import org.fingerpost.config.devices.wishes.WishedDevice;
import org.fingerpost.config.pins.HeldPin;
import org.fingerpost.config.pins.Pins;
import org.fingerpost.config.pins.lockouts.Counted;
import org.fingerpost.config.pins.lockouts.Lockouts;
import org.fingerpost.config.pins.lockouts.Toll;
import org.fingerpost.config.pins.numbers.PhoneNumber;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.formats.model.DeviceModel;
import org.fingerpost.formats.model.DeviceModels;
import org.fingerpost.problems.Problem;

/**
 * Decides claims. The PIN's use and the device come about in one transaction; that it was tried at
 * all is written down before, in another, and stands whatever becomes of this one.
 */
@ApplicationScoped
public class PhoneClaims {
    private final Lockouts lockouts;
    private final Pins pins;
    private final Devices devices;
    private final Audit audit;
    private final Clock clock;

    PhoneClaims(Lockouts lockouts, Pins pins, Devices devices, Audit audit, Clock clock) {
        this.lockouts = lockouts;
        this.pins = pins;
        this.devices = devices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides one claim; a PIN that did not make a device is as good afterwards as before.
     *
     * @throws Problem if the PIN is right and the phone cannot become a device: another provider's,
     *     one already, no such model
     */
    public ClaimOutcome decide(PhoneClaim claim) {
        List<Counted> counted = claim.counted();
        return switch (lockouts.pay(claim.provider(), counted)) {
            case Toll.LockedOut(var wait) -> new ClaimOutcome.LockedOut(wait);
            case Toll.Paid() ->
                    QuarkusTransaction.requiringNew().call(() -> looked(claim, counted));
        };
    }

    private ClaimOutcome looked(PhoneClaim claim, List<Counted> paid) {
        Optional<HeldPin> held =
                pins.hold(claim.provider(), claim.pin()).filter(pin -> pin.isFor(claim.number()));
        if (held.isEmpty()) {
            return new ClaimOutcome.Refused();
        }
        HeldPin pin = held.get();
        if (pin.wasUsedBy(claim.mac())) {
            return again(claim, paid);
        }
        return pin.isOpen(clock.instant()) ? opened(claim, pin, paid) : new ClaimOutcome.Refused();
    }

    private ClaimOutcome again(PhoneClaim claim, List<Counted> paid) {
        Optional<Device> device = devices.find(claim.provider(), claim.mac());
        if (device.isEmpty()) {
            return new ClaimOutcome.Refused();
        }
        lockouts.refund(claim.provider(), paid);
        return new ClaimOutcome.Again(device.get());
    }

    private ClaimOutcome opened(PhoneClaim claim, HeldPin pin, List<Counted> paid) {
        Optional<String> wanted = pin.batch().model();
        Optional<String> said = claim.model().map(PhoneClaims::canonical);
        if (wanted.isPresent() && said.isPresent() && !said.equals(wanted)) {
            return new ClaimOutcome.OtherModel(wanted.get());
        }
        Optional<String> model = said.or(() -> wanted);
        return model.isEmpty()
                ? new ClaimOutcome.ModelNeeded()
                : made(claim, pin, model.get(), paid);
    }

    private ClaimOutcome made(PhoneClaim claim, HeldPin pin, String model, List<Counted> paid) {
        if (devices.find(claim.provider(), claim.mac()).isPresent()) {
            throw thereAlready(claim);
        }
        WishedSettings settings = new WishedSettings(pins.settings(pin));
        Devices.Kept kept =
                devices.put(claim.provider(), claim.mac(), WishedDevice.of(model, settings), false);
        if (!kept.made()) {
            // Another PIN was quicker with the same phone: all of this is rolled back.
            throw thereAlready(claim);
        }
        writeDown(claim, pin, kept.device());
        lockouts.forgive(claim.provider(), paid);
        return new ClaimOutcome.Made(kept.device(), kept.commit());
    }

    /** The PIN is used, and the audit tells by whom, with which batch's PIN, for which phone. */
    private void writeDown(PhoneClaim claim, HeldPin pin, Device device) {
        pins.use(pin, claim.mac());
        String by =
                switch (claim.origin()) {
                    case PhoneClaim.Origin.Call(String caller) -> caller;
                    case PhoneClaim.Origin.Page _ -> "page";
                };
        audit.record(
                Decision.about(
                                new Caller.OfProvider(claim.provider()),
                                "phone-claimed",
                                "device/" + claim.provider() + "/" + claim.mac(),
                                claim.provider())
                        .is(new Claimed(pin.batch().id(), device.model(), by, claim.number())));
    }

    private record Claimed(
            long pinBatch, String model, String caller, Optional<PhoneNumber> number) {}

    /**
     * A new PIN does not take a phone away from whoever set it up: that is the provider's to say.
     */
    private static Problem thereAlready(PhoneClaim claim) {
        return Problem.conflict(
                "device-exists",
                claim.mac()
                        + " is a device already, and not by this PIN: delete the device first, if"
                        + " the phone has changed hands");
    }

    /** One that is not known keeps its name, and is refused by name where devices are made. */
    private static String canonical(String model) {
        return DeviceModels.find(model).map(DeviceModel::name).orElse(model);
    }
}
