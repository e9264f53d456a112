package org.fingerpost.config.phone;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fingerpost.access.RedirectState;
import org.fingerpost.config.assembly.Assembled;
import org.fingerpost.config.assembly.Assembly;
import org.fingerpost.config.assembly.books.Affixes;
import org.fingerpost.config.assembly.books.ConfigBook;
import org.fingerpost.config.assembly.books.ConfigBook.DeviceName;
import org.fingerpost.door.PhoneRequest;
import org.jboss.logging.Logger;

/**
 * Answers as some of its devices would ask, for nobody, before the ports open. What a JVM does for
 * the first time takes it a hundred times as long as later, and the first phones of a storm would
 * be put off for it. Nothing is sent, seen or spent by it.
 */
@ApplicationScoped
public class Practice {
    private static final Logger LOG = Logger.getLogger(Practice.class);

    /** When the replicas are loaded, and before Quarkus opens the ports. */
    private static final int LOADED = Interceptor.Priority.APPLICATION + 600;

    private static final int DEVICES = 200;
    private static final Duration MOST = Duration.ofSeconds(3);

    /** From so many calls on the JVM has compiled what it will. */
    private static final int ROUNDS = 20;

    private final ConfigBook book;
    private final RedirectState redirect;
    private final Assembly assembly;
    private final ConfigDoor door;

    Practice(ConfigBook book, RedirectState redirect, Assembly assembly, ConfigDoor door) {
        this.book = book;
        this.redirect = redirect;
        this.assembly = assembly;
        this.door = door;
    }

    void practise(@Observes @Priority(LOADED) StartupEvent event) {
        long begun = System.nanoTime();
        int answers = answers(MOST);
        LOG.debugf("%d answers for practice, %d ms", answers, millisSince(begun));
    }

    /** Answers until it has practised, or that time is over; how many there were. */
    public int answers(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        List<String> paths = book.devices(DEVICES).stream().flatMap(this::paths).toList();
        int answers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : paths) {
                if (System.nanoTime() - until > 0) {
                    return answers;
                }
                answer(path);
                answers++;
            }
        }
        return answers;
    }

    private void answer(String path) {
        // HEAD: makes the whole file, and spends nothing that is for one use.
        door.answer(new PhoneRequest(path, true, Practice::header, "", false));
    }

    private static Optional<String> header(String name) {
        return name.equals("User-Agent")
                ? Optional.of("Grandstream Model HW GXP2160 SW 1.0.11.79 DevId 000b82000001")
                : Optional.empty();
    }

    private Stream<String> paths(DeviceName device) {
        return redirect.providers().byId(device.provider()).stream()
                .flatMap(provider ->
                        assembly.device(provider, device.mac(), Affixes.NONE, Optional.empty())
                                        instanceof Assembled.OfDevice known
                                ? Stream.of("", ".xml")
                                        .map(form ->
                                                "/p/%s/%s/cfg%s%s"
                                                        .formatted(
                                                                provider.pathKey(),
                                                                known.token().reveal(),
                                                                device.mac(),
                                                                form))
                                : Stream.empty());
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
