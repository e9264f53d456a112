package org.fingerpost.config.turns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A pace as JSON has it, in requests, answers, the audit and the state topic alike: {@code
 * everyMinutes} and {@code spreadMinutes} (a quarter of it if it is left out), or {@code fromHour}
 * and {@code toHour}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaceForm(
        Integer everyMinutes, Integer spreadMinutes, Integer fromHour, Integer toHour) {

    public static PaceForm of(Pace pace) {
        return switch (pace) {
            case Pace.Every(int minutes, int spread) -> new PaceForm(minutes, spread, null, null);
            case Pace.Hours(int from, int to) -> new PaceForm(null, null, from, to);
        };
    }

    public boolean saysNothing() {
        return Stream.of(everyMinutes, spreadMinutes, fromHour, toHour).allMatch(Objects::isNull);
    }

    /**
     * @throws IllegalArgumentException with a sentence, if it is neither form or both
     */
    public Pace toPace() {
        boolean hours = fromHour != null && toHour != null;
        if (hours && everyMinutes == null && spreadMinutes == null) {
            return new Pace.Hours(fromHour, toHour);
        }
        if (everyMinutes == null || fromHour != null || toHour != null) {
            throw new IllegalArgumentException(
                    "say everyMinutes, with spreadMinutes if you like, or fromHour and toHour");
        }
        return spreadMinutes == null
                ? Pace.Every.spreadByAQuarter(everyMinutes)
                : new Pace.Every(everyMinutes, spreadMinutes);
    }
}
