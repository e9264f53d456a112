package org.fingerpost.drills.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.drills.drilled.Reply;
import org.fingerpost.drills.phones.DoorCheck;
import org.fingerpost.drills.town.Patience;

/**
 * Phones that come for the first time: each fetches its file in its window, which is open once, and
 * learns its token from it.
 */
final class FirstBoots {
    private static final Pattern TOKEN = Pattern.compile("<P237>[^<]*/([a-z2-7]{24})</P237>");

    private final OwnFile.Files files;
    private final int port;

    FirstBoots(OwnFile.Files files, int port) {
        this.files = files;
        this.port = port;
    }

    void of(List<Device> devices) {
        try (DoorCheck door = new DoorCheck(port)) {
            for (Device device : devices) {
                device.token().set(Optional.of(boot(door, device)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a first boot", e);
        }
    }

    /** As this phone is told now, which is known to nobody else. */
    Mould mould(Device device, long number) {
        try (DoorCheck door = new DoorCheck(port)) {
            String token = device.token().get().orElseThrow();
            return Mould.of(
                    new Mould.Own(device.mac(), token, number),
                    door.ask(OwnFile.of(files, device, true)).body(),
                    door.ask(OwnFile.of(files, device, false)).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the first file", e);
        }
    }

    private String boot(DoorCheck door, Device device) {
        AtomicReference<String> token = new AtomicReference<>("");
        Patience.until(
                device.mac() + " gets its first file",
                () -> {
                    token.set(token(asked(door, device)));
                    return !token.get().isEmpty();
                });
        return token.get();
    }

    private Reply asked(DoorCheck door, Device device) {
        try {
            return door.ask(OwnFile.ofAnybody(files, device, true));
        } catch (IOException e) {
            throw new UncheckedIOException("a first boot", e);
        }
    }

    private static String token(Reply reply) {
        Matcher matcher = TOKEN.matcher(reply.text());
        return reply.status() == 200 && matcher.find() ? matcher.group(1) : "";
    }
}
