package org.fingerpost.bench.door;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One worker that serves files, and logs to a buffer. */
public record Nginx(Process process, int port, int tlsPort) implements Server {
    private static final String SETTINGS =
            """
            # The worker reads a folder that is its caller's alone.
            user %6$s;
            worker_processes 1;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 4096; }
            http {
              access_log %1$s/access.log combined buffer=64k;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              sendfile on;
              tcp_nopush on;
              # Closing each connection after a thousand requests would count against it.
              keepalive_requests 1000000000;
              types { text/xml xml; }
              server {
                listen 127.0.0.1:%2$d;
                listen 127.0.0.1:%3$d ssl;
                ssl_certificate %4$s;
                ssl_certificate_key %5$s;
                root %1$s;
                %7$s
              }
            }
            """;

    /** Answers every path with one file. */
    static Nginx start(Path folder, byte[] answer, Certificate certificate) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("answer.xml"), answer);
        return start(folder, certificate, "location / { try_files /answer.xml =404; }");
    }

    /** Answers with the files of a folder, each at its path. */
    public static Nginx ofFolder(Path folder, Certificate certificate) throws IOException {
        return start(folder, certificate, "");
    }

    private static Nginx start(Path folder, Certificate certificate, String location)
            throws IOException {
        int port = Ports.free();
        int tlsPort = Ports.free();
        Path file = folder.resolve("nginx.conf");
        String user = System.getProperty("user.name");
        Files.writeString(
                file,
                SETTINGS.formatted(
                        folder,
                        port,
                        tlsPort,
                        certificate.chain(),
                        certificate.key(),
                        user,
                        location));
        Process process =
                new ProcessBuilder(
                                Cores.server(
                                        List.of(
                                                "nginx",
                                                "-p",
                                                folder.toString(),
                                                "-c",
                                                file.toString(),
                                                "-g",
                                                "daemon off;")))
                        .redirectError(Redirect.INHERIT)
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        Ports.await(port, process);
        return new Nginx(process, port, tlsPort);
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public String name() {
        return "nginx";
    }
}
