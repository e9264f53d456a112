package org.fingerpost.launcher.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The broker's two files of settings, from the templates beside this package. */
final class KafkaFiles {
    private KafkaFiles() {}

    static String server(int port, int controllerPort) {
        return filled(
                "kafka-server.properties",
                Map.of(
                        "port",
                        Integer.toString(port),
                        "controllerPort",
                        Integer.toString(controllerPort)));
    }

    static String logging(Path folder) {
        // Properties read \ as an escape, the file handler reads % as one.
        String pattern = folder.toString().replace("%", "%%").replace("\\", "\\\\");
        return filled("kafka-logging.properties", Map.of("folder", pattern));
    }

    private static String filled(String template, Map<String, String> values) {
        String text = read(template);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static String read(String name) {
        try (InputStream in = KafkaFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
