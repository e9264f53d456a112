package org.fingerpost.cli.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.cli.folder.yaml.Text;
import org.fingerpost.cli.folder.yaml.YamlException;

/**
 * Texts that stand elsewhere, because a folder is shown to many people and a secret is not.
 *
 * <pre>
 * reference = "${env:" NAME "}" / "${file:" PATH "}"      ; the whole value, nothing beside it
 * </pre>
 *
 * <p>A path begins at the folder of the YAML file. A line end at the end of the file is not part of
 * the text. No other service's hole has a colon in its name, so none is taken for a reference.
 *
 * @param environment what {@code env} names
 * @param files what {@code file} may name, and {@code from}
 */
public record References(UnaryOperator<String> environment, Grounds files) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]*)}");
    private static final int LONGEST = 8_192;

    /**
     * @param secret which names must not have their text in the folder
     * @param holes the texts may have holes, so what a reference brings is no hole
     */
    Map<String, Text> resolved(
            Path file, Map<String, Text> texts, Predicate<String> secret, boolean holes) {
        Map<String, Text> resolved = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            Matcher reference = REFERENCE.matcher(text.value());
            if (reference.matches()) {
                String value = follow(file, text, reference);
                String told = holes ? value.replace("${", "$${") : value;
                resolved.put(name, new Text(told, text.spot(), true));
                return;
            }
            refuse(name, text, secret.test(name), holes);
            resolved.put(name, text);
        });
        return resolved;
    }

    private static void refuse(String name, Text text, boolean secret, boolean holes) {
        if (REFERENCE.matcher(text.value()).find()) {
            throw new YamlException(
                    text.spot(), name + ": a reference is the whole value, with nothing beside it");
        }
        boolean filled = holes && text.value().contains("${");
        if (secret && !text.value().isEmpty() && !filled) {
            throw new YamlException(
                    text.spot(),
                    name
                            + " is a secret, and this folder is no place for it: write"
                            + " ${env:NAME} or ${file:PATH}");
        }
    }

    private String follow(Path file, Text text, Matcher reference) {
        String name = reference.group(2);
        Optional<String> found =
                reference.group(1).equals("env")
                        ? Optional.ofNullable(environment.apply(name))
                        : content(file, new Text(name, text.spot()));
        String value =
                found.orElseThrow(() ->
                        new YamlException(
                                text.spot(),
                                reference.group(1).equals("env")
                                        ? "the environment has no " + name
                                        : "the file " + name + " cannot be read"));
        if (value.length() > LONGEST) {
            throw new YamlException(text.spot(), "what " + name + " holds is too long for a value");
        }
        return value;
    }

    private Optional<String> content(Path file, Text name) {
        try {
            Path path = files.checked(file, name);
            return Optional.of(Files.readString(path).replaceFirst("\\r?\\n\\z", ""));
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
