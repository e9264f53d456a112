package org.fingerpost.redirect.ranges.changes;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.redirect.ranges.RangeView;
import org.jboss.resteasy.reactive.RestResponse;

/** One phone is given back to the default, whatever range it is in. */
@Path("/api/v1/ranges:release")
@Tag(name = "Ranges")
@RunOnVirtualThread
class GiveBackResource {
    private final Releases releases;
    private final CurrentCaller caller;

    GiveBackResource(Releases releases, CurrentCaller caller) {
        this.releases = releases;
        this.caller = caller;
    }

    record Body(@NotBlank String mac) {}

    /**
     * 200 with the range of one, in default, that holds the phone out of the range around it; 204
     * if the phone was a range alone, which is gone now.
     */
    @POST
    public RestResponse<?> giveBack(@NotNull @Valid Body body) {
        return switch (releases.giveBack(caller.get(), MacAddress.parse(body.mac()))) {
            case Releases.Given.ToDefault(var phone, long commit) ->
                    Revision.of("redirect", commit).ok(RangeView.of(phone));
            case Releases.Given.Gone(long commit) -> Revision.of("redirect", commit).noContent();
        };
    }
}
