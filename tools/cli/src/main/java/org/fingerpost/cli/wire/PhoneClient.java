package org.fingerpost.cli.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.fingerpost.cli.address.Address;

/**
 * A phone's HTTP client: one request, one connection, no redirect followed. Safe for many threads.
 */
public final class PhoneClient {
    /** A whole answer may take this many times the patience with one packet. */
    private static final int PACKETS_OF_PATIENCE = 60;

    private static final Sink DROP =
            new Sink() {
                @Override
                public void accept(byte[] buffer, int length) {}

                @Override
                public long limit() {
                    return 64 * 1024;
                }
            };

    private final Trust trust;
    private final Duration timeout;
    private final boolean http10;

    /**
     * @param timeout for the connection and for each packet
     * @param http10 whether to speak HTTP/1.0, as the oldest phones do
     */
    public PhoneClient(Trust trust, Duration timeout, boolean http10) {
        this.trust = trust;
        this.timeout = timeout;
        this.http10 = http10;
    }

    public Duration patience() {
        return timeout;
    }

    /** Never throws for what a server or the network does: that is a {@link Reply.Silence}. */
    public Reply.OverHttp get(Address address, Map<String, String> fields, Sink sink) {
        return ask(address, request("GET", address, fields), status -> status == 200 ? sink : DROP);
    }

    /** What phones never do: for whoever acts on a phone's behalf. All bodies go to the sink. */
    public Reply.OverHttp post(
            Address address, Map<String, String> fields, byte[] body, Sink sink) {
        var all = new LinkedHashMap<>(fields);
        all.put("Content-Length", Integer.toString(body.length));
        var request = new ByteArrayOutputStream();
        request.writeBytes(request("POST", address, all));
        request.writeBytes(body);
        return ask(address, request.toByteArray(), _ -> sink);
    }

    private Reply.OverHttp ask(Address address, byte[] request, IntFunction<Sink> sinks) {
        var deadline = new Deadline(timeout.multipliedBy(PACKETS_OF_PATIENCE));
        try (var socket = connect(address)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            var in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            var head = Head.read(in);
            var pipe = new BodyPipe(in, head, sinks.apply(head.status()), deadline);
            pipe.run();
            return new Reply.Answer(
                    head.status(),
                    head.headers(),
                    pipe.bytes(),
                    List.copyOf(pipe.faults()),
                    deadline.millisSoFar());
        } catch (IOException e) {
            return new Reply.Silence(reason(e), deadline.millisSoFar());
        }
    }

    private Socket connect(Address address) throws IOException {
        var host = address.host().replaceAll("^\\[|]$", "");
        var socket = new Socket();
        try {
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(host, address.port()), (int) timeout.toMillis());
            return address.secure() ? secured(socket, host, address.port()) : socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) trust.sockets().createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (trust.checksNames()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] request(String method, Address address, Map<String, String> fields) {
        var lines = new ArrayList<String>();
        lines.add(method + " " + (address.path().isEmpty() ? "/" : address.path()) + version());
        lines.add("Host: " + address.authority());
        fields.forEach((name, value) -> lines.add(name + ": " + value));
        lines.add("Connection: close");
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String version() {
        return http10 ? " HTTP/1.0" : " HTTP/1.1";
    }

    private static String reason(IOException e) {
        return switch (e) {
            case UnknownHostException _ -> "the host name is not known";
            case SocketTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "nobody answers at that port";
            case SSLException _ -> "TLS failed: " + e.getMessage();
            default -> "the connection failed: " + e.getMessage();
        };
    }
}
