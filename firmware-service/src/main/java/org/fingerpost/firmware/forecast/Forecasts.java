package org.fingerpost.firmware.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fingerpost.firmware.compliance.Fleet;
import org.fingerpost.firmware.parked.ParkedPhones;
import org.fingerpost.firmware.rollouts.Rollout;
import org.fingerpost.firmware.rollouts.Rollouts;
import org.fingerpost.firmware.waves.Asking;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.formats.model.DeviceModels;

/** Works out which phones will ask. */
@ApplicationScoped
class Forecasts {
    private final Fleet fleet;
    private final ParkedPhones parked;
    private final Rollouts rollouts;

    Forecasts(Fleet fleet, ParkedPhones parked, Rollouts rollouts) {
        this.fleet = fleet;
        this.parked = parked;
        this.rollouts = rollouts;
    }

    /**
     * A phone that the rollout chooses.
     *
     * @param letIn whether it is let in now
     * @param asking what it does when it is
     */
    record Forecast(Fleet.Seen phone, boolean letIn, Asking asking) {}

    /** Every known phone that the rollout chooses, by address. */
    void each(Rollout rollout, Consumer<Forecast> to) {
        Set<MacAddress> off = parked.macs(rollout.id());
        Asking told =
                Asking.of(
                        rollout.telling().autoUpgrade(),
                        rollout.telling().check(),
                        rollouts.changesAffixes(rollout));
        fleet.each(
                rollout.provider(),
                rollout.rule(),
                phone ->
                        to.accept(
                                new Forecast(
                                        phone,
                                        isLetIn(rollout, phone),
                                        asking(rollout, phone, off, told))));
    }

    /** As doors are told it: while it rests nobody is let in who does not have the release. */
    private static boolean isLetIn(Rollout rollout, Fleet.Seen phone) {
        return DeviceModels.find(phone.model())
                .filter(model ->
                        rollout.told().lets(phone.mac(), model, Optional.of(phone.version())))
                .isPresent();
    }

    private static Asking asking(
            Rollout rollout, Fleet.Seen phone, Set<MacAddress> off, Asking told) {
        if (phone.version().equals(rollout.version().text())) {
            return Asking.HAS_IT;
        }
        return off.contains(phone.mac()) ? Asking.PARKED : told;
    }
}
