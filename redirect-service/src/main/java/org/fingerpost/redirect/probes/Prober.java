package org.fingerpost.redirect.probes;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.egress.Destination;
import org.fingerpost.redirect.egress.Egress;
import org.fingerpost.redirect.probes.looks.FileSeen;
import org.fingerpost.redirect.probes.looks.HttpLook;
import org.fingerpost.redirect.probes.looks.Point;
import org.fingerpost.redirect.probes.looks.TcpLook;
import org.fingerpost.redirect.probes.looks.TftpLook;
import org.fingerpost.redirect.probes.looks.TlsLook;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;

/** Takes the looks, both addresses at a time. Ends within a minute, whatever is looked at. */
@ApplicationScoped
class Prober {
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final Egress egress;
    private final HttpLook http;
    private final Clock clock;

    Prober(Egress egress, HttpLook http, Clock clock) {
        this.egress = egress;
        this.http = http;
        this.clock = clock;
    }

    /** No transaction may be open. */
    Probe probe(TargetServer server, MacAddress mac, String firmware) {
        List<String> config = List.of("cfg" + mac, "cfg" + mac + ".xml");
        CompletableFuture<Probe.Side> other =
                CompletableFuture.supplyAsync(
                        () -> look("firmware", server.firmwareUrl(), List.of(firmware)), VIRTUAL);
        Probe.Side own = look("config", server.configUrl(), config);
        return new Probe(server.id(), clock.instant(), mac.toString(), List.of(own, other.join()));
    }

    private Probe.Side look(String role, ServerUrl url, List<String> files) {
        List<Point> points = new ArrayList<>();
        List<FileSeen> seen = new ArrayList<>();
        open(url, points)
                .ifPresent(open -> {
                    switch (url.scheme()) {
                        case TFTP -> seen.addAll(tftp(open, url, files));
                        case HTTP, HTTPS -> seen.addAll(web(open, url, files, points));
                    }
                });
        return new Probe.Side(role, url.toString(), points, seen);
    }

    private Optional<Destination.Open> open(ServerUrl url, List<Point> points) {
        return switch (egress.check(url.host(), url.realPort())) {
            case Destination.Open open -> {
                points.add(Point.passed("name", "leads to " + words(open.addresses())));
                points.add(Point.passed("address", "is outside"));
                yield Optional.of(open);
            }
            case Destination.Closed(var reason) -> {
                points.add(Point.failed("address", reason));
                yield Optional.empty();
            }
            case Destination.Unknown(var reason) -> {
                points.add(Point.failed("name", reason));
                yield Optional.empty();
            }
        };
    }

    private static List<FileSeen> tftp(Destination.Open open, ServerUrl url, List<String> files) {
        return files.stream()
                .map(file ->
                        TftpLook.at(open.addresses().getFirst(), open.port(), below(url, file)))
                .toList();
    }

    private List<FileSeen> web(
            Destination.Open open, ServerUrl url, List<String> files, List<Point> points) {
        Optional<InetAddress> address = TcpLook.at(open.addresses(), open.port(), points);
        if (address.isEmpty()) {
            return List.of();
        }
        if (url.scheme() == ServerUrl.Scheme.HTTPS
                && !TlsLook.at(open.host(), address.get(), open.port(), clock, points)) {
            return List.of();
        }
        return files.stream().map(file -> http.at(url + "/" + file)).toList();
    }

    /** TFTP has no folders of its own: the path is a part of the name, without its slash. */
    private static String below(ServerUrl url, String file) {
        return url.path().isEmpty() ? file : url.path().substring(1) + "/" + file;
    }

    private static String words(List<InetAddress> addresses) {
        return String.join(
                ", ", addresses.stream().limit(8).map(InetAddress::getHostAddress).toList());
    }
}
