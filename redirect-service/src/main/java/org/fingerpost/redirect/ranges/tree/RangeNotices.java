package org.fingerpost.redirect.ranges.tree;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.fingerpost.redirect.notices.Notices;
import org.fingerpost.redirect.ranges.Registration;
import org.fingerpost.redirect.ranges.Registration.State;

/**
 * What a provider is told about a range of its own. How it cut it up, and which of its phones it
 * gave back, it knows.
 */
@ApplicationScoped
class RangeNotices implements RangeNews.Herald {
    private final Notices notices;

    RangeNotices(Notices notices) {
        this.notices = notices;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Body(
            String text,
            String first,
            String last,
            long targetServerId,
            String state,
            Optional<String> company,
            Optional<String> reason) {}

    @Override
    public void tell(String action, Registration range) {
        text(action, range)
                .ifPresent(text ->
                        notices.tell(
                                range.provider(),
                                action,
                                "range/" + range.id(),
                                new Body(
                                        text,
                                        range.range().first().toString(),
                                        range.range().last().toString(),
                                        range.targetServer(),
                                        action.equals("range-released")
                                                ? "released"
                                                : range.state().word(),
                                        range.company(),
                                        range.reason())));
    }

    private static Optional<String> text(String action, Registration range) {
        return switch (action) {
            case "range-approved" ->
                    Optional.of(
                            range.state() == State.PILOT
                                    ? "Your devices are entered, those of the pilot alone so far."
                                    : "Your devices are entered.");
            case "range-activated" ->
                    Optional.of("The pilot is over: all your devices are entered.");
            case "range-rejected" -> Optional.of("Your registration was rejected.");
            case "range-blocked" -> Optional.of("Your devices are blocked: they are sent nowhere.");
            case "range-unblocked" -> Optional.of("Your devices are no longer blocked.");
            case "range-released" -> Optional.of("The range is released: it is yours no more.");
            default -> Optional.empty();
        };
    }
}
