package org.fingerpost.config.devices.reviews;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.config.devices.wishes.DeviceBody;
import org.fingerpost.config.layers.Difference;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** What wished devices would be told otherwise, without keeping any of them. */
@Path("/api/v1/devices:review")
@Tag(name = "Devices")
@RunOnVirtualThread
class DeviceReviewResource {
    /** An answer takes as long as all of them. */
    private static final int MOST = 500;

    private final DeviceReviews reviews;
    private final CurrentCaller caller;

    DeviceReviewResource(DeviceReviews reviews, CurrentCaller caller) {
        this.reviews = reviews;
        this.caller = caller;
    }

    /** {@code device}: as it would be put. */
    record Wish(@NotBlank String mac, @NotNull @Valid DeviceBody device) {}

    record Body(@NotNull @Size(max = MOST) List<@NotNull @Valid Wish> devices) {}

    /** {@code made}: there is none yet; {@code heldBack}: what is held back would be forgotten. */
    record View(String mac, boolean made, boolean heldBack, List<Difference> differences) {}

    /** Secrets are compared in clear and masked in the answer. */
    @POST
    public List<View> review(@NotNull @Valid Body body) {
        long provider = caller.get().provider();
        long phones =
                body.devices().stream().map(Wish::mac).map(MacAddress::parse).distinct().count();
        if (phones < body.devices().size()) {
            // Or secrets could be guessed by the hundred in one request.
            throw Problem.invalid("mac-twice", "a phone is named twice");
        }
        return body.devices().stream().map(wish -> view(provider, wish)).toList();
    }

    private View view(long provider, Wish wish) {
        MacAddress mac = MacAddress.parse(wish.mac());
        DeviceReviews.Reviewed reviewed = reviews.of(provider, mac, wish.device().wish());
        return new View(
                mac.toString(), reviewed.made(), reviewed.heldBack(), reviewed.differences());
    }
}
