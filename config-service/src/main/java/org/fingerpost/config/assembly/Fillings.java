package org.fingerpost.config.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.assembly.books.RevisionBook;
import org.fingerpost.config.assembly.books.SheetBook;
import org.fingerpost.config.layers.DeviceSheet;
import org.fingerpost.config.layers.Filling;
import org.fingerpost.config.layers.Mould;
import org.fingerpost.config.offers.RolloutBook;
import org.fingerpost.config.turns.TurnBook;
import org.fingerpost.config.turns.Turns;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.PValues;

/** What a device is told: the sheets it asks for, newest or named, its own, and its turn. */
@ApplicationScoped
class Fillings {
    private final SheetBook newest;
    private final RevisionBook named;
    private final RolloutBook rollouts;
    private final TurnBook turns;

    Fillings(SheetBook newest, RevisionBook named, RolloutBook rollouts, TurnBook turns) {
        this.rollouts = rollouts;
        this.newest = newest;
        this.named = named;
        this.turns = turns;
    }

    /**
     * @param affixes that the phone asks with
     * @param around the device's group and the groups around that, the nearest first
     * @param running the firmware version that the phone says it has
     */
    Filling of(
            long provider,
            DeviceSheet own,
            Affixes affixes,
            List<String> around,
            Optional<String> running) {
        Mould mould =
                named.mould(provider, affixes, own.model(), own.group())
                        .orElseGet(() -> newest.mould(provider, own.model(), own.group()));
        PValues firmware = firmware(provider, own, running, mould);
        Filling filling = mould.fill(own).with(firmware);
        PValues turn = turn(provider, own, mould, around);
        return turn.isEmpty() ? filling : filling.with(turn);
    }

    /** What a rollout tells this phone stands where an offer to all would: groups are nearer. */
    private PValues firmware(
            long provider, DeviceSheet own, Optional<String> running, Mould mould) {
        PValues.Builder told = PValues.builder();
        rollouts.to(provider, own.mac(), own.model(), running)
                .ifPresent(offer ->
                        offer.settings().stream()
                                .filter(setting -> !isNearer(layer(setting.p(), own, mould)))
                                .forEach(told::put));
        return told.build();
    }

    private static boolean isNearer(Optional<String> layer) {
        return layer.filter(name -> name.equals(Turns.OWN) || name.startsWith("group/"))
                .isPresent();
    }

    private PValues turn(long provider, DeviceSheet own, Mould mould, List<String> around) {
        return turns.pacing(provider)
                .map(pacing ->
                        Turns.told(
                                pacing, own.mac(), own.model(), around, p -> layer(p, own, mould)))
                .orElseGet(PValues::none);
    }

    private static Optional<String> layer(PValue p, DeviceSheet own, Mould mould) {
        return own.says(p)
                ? Optional.of(Turns.OWN)
                : mould.stack().find(p).map(placed -> placed.origin().layer());
    }
}
