package org.fingerpost.access;

import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The commit number of a service's write, as answers carry it in the header {@code
 * Fingerpost-Revision: redirect=1234}. A caller that sends the header on to another service is
 * served there once that service has heard of the write, or is told to try again.
 */
public record Revision(String service, long commit) {
    public static final String HEADER = "Fingerpost-Revision";

    public static Revision of(String service, long commit) {
        return new Revision(service, commit);
    }

    static Optional<Revision> parse(String header) {
        int equals = header.indexOf('=');
        try {
            return equals < 1
                    ? Optional.empty()
                    : Optional.of(
                            new Revision(
                                    header.substring(0, equals).strip(),
                                    Long.parseLong(header.substring(equals + 1).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** 201 with what was made. */
    public <T> RestResponse<T> created(T view) {
        return answer(RestResponse.Status.CREATED, view);
    }

    /** 200 with what is there now. */
    public <T> RestResponse<T> ok(T view) {
        return answer(RestResponse.Status.OK, view);
    }

    /** 204: it is gone. */
    public RestResponse<Void> noContent() {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.NO_CONTENT)
                .header(HEADER, toString())
                .build();
    }

    private <T> RestResponse<T> answer(RestResponse.Status status, T view) {
        return RestResponse.ResponseBuilder.create(status, view).header(HEADER, toString()).build();
    }

    @Override
    public String toString() {
        return service + "=" + commit;
    }
}
