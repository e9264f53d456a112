package org.fingerpost.redirect.notices.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;
import org.fingerpost.redirect.notices.Notice;
import org.fingerpost.redirect.notices.Notices;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A provider's notices over HTTP, each with how far it has come. */
@Path("/api/v1/notices")
@Tag(name = "Notices")
@RunOnVirtualThread
class NoticeResource {
    private final Notices notices;
    private final Deliveries deliveries;
    private final CurrentCaller caller;

    NoticeResource(Notices notices, Deliveries deliveries, CurrentCaller caller) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    record DeliveryView(String state, int tries, Optional<Instant> settledAt, String lastAnswer) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.state().word(),
                    delivery.tries(),
                    delivery.settledAt(),
                    delivery.lastAnswer());
        }
    }

    /** {@code delivery} is null for a notice that was told when there was no webhook. */
    record View(
            long id,
            String eventId,
            long providerId,
            String kind,
            String subject,
            Instant at,
            JsonNode body,
            Optional<DeliveryView> delivery) {
        static View of(Notice notice, Map<Long, Delivery> deliveries) {
            return new View(
                    notice.id(),
                    notice.eventId(),
                    notice.provider(),
                    notice.kind(),
                    notice.subject(),
                    notice.at(),
                    notice.body(),
                    Optional.ofNullable(deliveries.get(notice.id())).map(DeliveryView::of));
        }
    }

    /**
     * {@code after}: the id behind which the page begins; {@code size}: at most 1000; {@code
     * delivery}: only those whose delivery is waiting, delivered or dead.
     */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("0") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size,
            @RestQuery Optional<String> delivery) {
        Caller asking = caller.get();
        return views(
                delivery.map(Delivery.State::of)
                        .map(state -> deliveries.noticesIn(state, asking, after, size))
                        .orElseGet(() -> notices.seenBy(asking, after, size)));
    }

    @GET
    @Path("/{id}")
    public View get(long id) {
        return views(notices.find(caller.get(), id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no notice " + id));
    }

    /** Sends it again, under the same event id, behind all that waits. */
    @POST
    @Path("/{id}/replay")
    public RestResponse<DeliveryView> replay(long id) {
        return RestResponse.status(
                Status.ACCEPTED, DeliveryView.of(deliveries.replay(caller.get(), id)));
    }

    private List<View> views(List<Notice> page) {
        Map<Long, Delivery> way = deliveries.of(page);
        return page.stream().map(notice -> View.of(notice, way)).toList();
    }
}
