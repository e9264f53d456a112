package org.fingerpost.cli.storm.load;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.files.CfgBinary;
import org.fingerpost.cli.files.Reading;
import org.fingerpost.cli.models.Phone;

/**
 * One phone's first day: where do I belong, what am I to be told, which firmware is there? It goes
 * on by the same connection as long as it is at the same server. Told to come back it hangs up and
 * does, a little later than it was told, as clocks go. All on one event loop.
 */
final class PhoneDay {
    /** As patient as a phone with an answer. */
    private static final long ANSWER_SECONDS = 30;

    /** For connections that fail, which nobody told anything of. */
    private static final int MOST_BROKEN = 8;

    private static final long BROKEN_MILLIS = 2_000;
    private static final int PUT_OFF_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3_600;

    private final Crowd crowd;
    private final int number;
    private final Phone phone;
    private Stop stop = Stop.REDIRECT;
    private Address target;
    private Address firmware;
    private Optional<Line> line = Optional.empty();
    private Optional<Future<?>> timer = Optional.empty();
    private long arrived;
    private long due;
    private int attempt;
    private int broken;
    private boolean over;

    PhoneDay(Crowd crowd, int number) {
        this.crowd = crowd;
        this.number = number;
        this.phone = crowd.fleet.phone(number);
        this.target = crowd.fleet.redirect().file("cfg" + phone.mac());
        this.firmware = crowd.fleet.redirect();
    }

    /**
     * @param wanted when it should have come, as {@link System#nanoTime}
     */
    void begin(long wanted) {
        arrived = wanted;
        due = wanted;
        crowd.tally.arrived(wanted);
        ask();
    }

    private void ask() {
        if (line.filter(open -> open.leadsTo(target)).isPresent()) {
            send();
            return;
        }
        hangUp();
        crowd.withSocket(this::connect);
    }

    private void connect() {
        try {
            Optional<SslContext> tls = target.secure() ? crowd.tls : Optional.empty();
            line = Optional.of(Line.open(crowd.loop, number, target, tls, new Hearing()));
            send();
        } catch (IllegalArgumentException nowhere) {
            crowd.giveBack();
            fail(stop.word() + ": no such host");
        }
    }

    private void send() {
        int now = ++attempt;
        timer =
                Optional.of(
                        crowd.loop.schedule(
                                () -> brokenOff(now), ANSWER_SECONDS, TimeUnit.SECONDS));
        line.orElseThrow().ask(target, phone.userAgent());
    }

    private final class Hearing implements Line.Ear {
        @Override
        public void answered(FullHttpResponse response) {
            if (isMine() && !over && timer.isPresent()) {
                endTimer();
                hear(response);
            }
        }

        @Override
        public void broken(String why) {
            if (isMine() && !over) {
                brokenOff(attempt);
            }
        }

        private boolean isMine() {
            return current == this;
        }

        private Hearing() {
            current = this;
        }
    }

    private Hearing current;

    private void hear(FullHttpResponse response) {
        switch (response.status().code()) {
            case 200 -> take(ByteBufUtil.getBytes(response.content()));
            case 503 -> {
                crowd.tally.putOff(stop);
                String field = response.headers().get(HttpHeaderNames.RETRY_AFTER);
                comeBack(Duration.ofSeconds(seconds(field)));
            }
            default -> fail(stop.word() + ": status " + response.status().code());
        }
    }

    /** Retry-After in seconds; what is none is half a minute. */
    private static int seconds(String field) {
        return field != null && field.matches("[0-9]{1,9}")
                ? Math.min(LONGEST_SECONDS, Integer.parseInt(field))
                : PUT_OFF_SECONDS;
    }

    private void take(byte[] file) {
        crowd.tally.answered(stop, System.nanoTime() - due);
        broken = 0;
        switch (stop) {
            case REDIRECT -> follow(file);
            case CONFIG -> {
                if (crowd.fleet.sipServer().equals(read(file).getOrDefault("P47", ""))) {
                    next(Stop.FIRMWARE, firmware);
                } else {
                    fail("config: not the file of this phone");
                }
            }
            case FIRMWARE -> {
                if (file.length == crowd.fleet.firmwareSize()) {
                    end();
                    crowd.tally.done(System.nanoTime());
                    crowd.oneIsThrough.run();
                } else {
                    fail("firmware: not the whole file");
                }
            }
        }
    }

    private Map<String, String> read(byte[] file) {
        return CfgBinary.read(file, phone.mac()) instanceof Reading.Accepted accepted
                ? accepted.values()
                : Map.of();
    }

    private void follow(byte[] file) {
        Map<String, String> told = read(file);
        Scheme scheme = "2".equals(told.get("P212")) ? Scheme.HTTPS : Scheme.HTTP;
        try {
            firmware =
                    Address.ofPath(scheme, told.getOrDefault("P192", ""))
                            .file(phone.firmwareFile());
            next(
                    Stop.CONFIG,
                    Address.ofPath(scheme, told.getOrDefault("P237", ""))
                            .file("cfg" + phone.mac()));
        } catch (BadAddressException nowhere) {
            fail("redirect: to no address");
        }
    }

    private void next(Stop following, Address there) {
        stop = following;
        target = there;
        due = System.nanoTime();
        ask();
    }

    private void brokenOff(int which) {
        if (over || which != attempt) {
            return;
        }
        boolean waiting = timer.isPresent();
        endTimer();
        hangUp();
        if (!waiting) {
            return; // between two questions: the next one opens a line of its own
        }
        crowd.tally.broken();
        if (++broken > MOST_BROKEN) {
            fail(stop.word() + ": no answer");
        } else {
            comeBack(Duration.ofMillis(BROKEN_MILLIS));
        }
    }

    /** As long as said, and up to a quarter more. */
    private void comeBack(Duration wait) {
        hangUp();
        long nanos = wait.toNanos() + crowd.random.nextLong(1 + wait.toNanos() / 4);
        due = System.nanoTime() + nanos;
        if (due - arrived > crowd.patience.toNanos()) {
            fail(stop.word() + ": put off for too long");
        } else {
            crowd.loop.schedule(this::ask, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void fail(String why) {
        end();
        crowd.tally.failed(why, System.nanoTime());
        crowd.oneIsThrough.run();
    }

    private void end() {
        over = true;
        endTimer();
        hangUp();
    }

    private void endTimer() {
        timer.ifPresent(running -> running.cancel(false));
        timer = Optional.empty();
    }

    private void hangUp() {
        line.ifPresent(open -> {
            line = Optional.empty();
            current = null;
            open.hangUp();
            crowd.giveBack();
        });
    }
}
