package org.fingerpost.gateway.upstream;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.fingerpost.gateway.names.Destination;
import org.fingerpost.gateway.names.Destination.At;
import org.fingerpost.gateway.names.Directories;
import org.fingerpost.gateway.names.Door;
import org.fingerpost.gateway.names.Phone;
import org.fingerpost.gateway.upstream.doors.Asked;
import org.fingerpost.gateway.upstream.doors.Doors;

/**
 * Finds files. One in no provider's directory it looks for where redirect's door sends the phone;
 * if that leads to nobody here, the phone gets redirect's own answer and finds its way itself.
 */
public final class Finder implements Files {
    /** Redirect's answers have a few hundred bytes. */
    private static final int LARGEST_REDIRECT = 64 * 1024;

    private final Shelf shelf;

    /**
     * @param nanos a clock that only goes on
     */
    public Finder(Doors doors, UpstreamConfig config, LongSupplier nanos) {
        this(
                new Shelf(
                        doors,
                        new Chunks(doors, config.pieces().asLongValue(), nanos),
                        config,
                        nanos));
    }

    Finder(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void open(Destination destination, Phone phone, String client, Consumer<Found> then) {
        Function<At, Asked> asking = at -> new Asked(at, phone.userAgent(), client);
        switch (destination) {
            case At at -> shelf.open(asking.apply(at), then);
            case Destination.OfItsProvider(String name) -> ofItsProvider(name, asking, then);
            case Destination.FirmwareFor(var mac, String name) ->
                    redirected(
                            "cfg" + mac + ".xml",
                            asking,
                            bytes ->
                                    Directories.ofFirmware(bytes)
                                            .map(folder ->
                                                    new At(Door.FIRMWARE, folder + "/" + name)),
                            location ->
                                    Directories.ofLocation(location)
                                            .map(at -> new At(Door.FIRMWARE, beside(at, name))),
                            then,
                            _ -> then.accept(new Found.None()));
            case Destination.Nowhere() -> then.accept(new Found.None());
        }
    }

    private void ofItsProvider(String name, Function<At, Asked> asking, Consumer<Found> then) {
        redirected(
                name,
                asking,
                bytes ->
                        Directories.ofConfig(bytes)
                                .map(folder -> new At(Door.CONFIG, folder + "/" + name)),
                location ->
                        Directories.ofLocation(location)
                                .map(at -> new At(Door.CONFIG, beside(at, name))),
                then,
                then);
    }

    /**
     * Asks redirect's door, and then where it leads.
     *
     * @param instead is told redirect's own answer if nothing is found there
     */
    private void redirected(
            String name,
            Function<At, Asked> asking,
            Function<byte[], Optional<At>> inFile,
            Function<String, Optional<At>> atLocation,
            Consumer<Found> then,
            Consumer<Found> instead) {
        shelf.open(
                asking.apply(new At(Door.REDIRECT, "/gs/" + name)),
                redirect -> {
                    switch (redirect) {
                        case Found.File(Source file) when file.size() <= LARGEST_REDIRECT ->
                                file.read(
                                        0,
                                        (int) file.size(),
                                        new Source.Reader() {
                                            @Override
                                            public void bytes(byte[] in, int from, int length) {
                                                follow(
                                                        inFile.apply(
                                                                Arrays.copyOfRange(
                                                                        in, from, from + length)),
                                                        asking,
                                                        then,
                                                        () -> instead.accept(redirect));
                                            }

                                            @Override
                                            public void away() {
                                                then.accept(new Found.NotNow());
                                            }
                                        });
                        case Found.Elsewhere(String location) ->
                                follow(
                                        atLocation.apply(location),
                                        asking,
                                        then,
                                        () -> then.accept(new Found.None()));
                        case Found.File _, Found.None() -> then.accept(new Found.None());
                        case Found.NotNow() -> then.accept(redirect);
                    }
                });
    }

    private void follow(
            Optional<At> at, Function<At, Asked> asking, Consumer<Found> then, Runnable instead) {
        if (at.isEmpty()) {
            instead.run();
            return;
        }
        shelf.open(
                asking.apply(at.get()),
                found -> {
                    switch (found) {
                        case Found.None(), Found.Elsewhere _ -> instead.run();
                        case Found.File _, Found.NotNow() -> then.accept(found);
                    }
                });
    }

    private static String beside(At at, String name) {
        return at.path().substring(0, at.path().lastIndexOf('/') + 1) + name;
    }
}
