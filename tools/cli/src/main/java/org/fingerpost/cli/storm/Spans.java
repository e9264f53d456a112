package org.fingerpost.cli.storm;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as people write it: {@code 500us}, {@code 20ms}, {@code 60s}, {@code 5m}. */
final class Spans implements ITypeConverter<Duration> {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,7})(us|ms|s|m)");

    @Override
    public Duration convert(String text) {
        var read = SPAN.matcher(text);
        if (!read.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no span of time, such as 500us, 20ms, 60s or 5m");
        }
        long count = Long.parseLong(read.group(1));
        return switch (read.group(2)) {
            case "us" -> Duration.ofNanos(1_000 * count);
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
