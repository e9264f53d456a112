package org.fingerpost.redirect.imports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.Caller;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Many approvals at once; the answer is asked for where imports are. */
@Path("/api/v1/ranges:approve")
@Tag(name = "Range imports")
@RunOnVirtualThread
class BulkApprovalResource {
    private final RangeImports imports;
    private final CurrentCaller caller;

    BulkApprovalResource(RangeImports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    /** Either {@code importId}, for all that an import registered, or up to 10,000 {@code ids}. */
    record Body(
            Optional<Long> importId,
            Optional<@Size(min = 1, max = 10_000) List<@NotNull Long>> ids) {}

    @POST
    public RestResponse<RangeImportResource.Taken> approve(@NotNull @Valid Body body) {
        Caller by = caller.get();
        by.mustBeOperator();
        if (body.importId().isPresent() == body.ids().isPresent()) {
            throw Problem.invalid("invalid-field", "say either importId or ids");
        }
        return RangeImportResource.Taken.at(
                body.importId()
                        .map(id -> imports.approveImport(by, id))
                        .orElseGet(() -> imports.approve(by, body.ids().orElseThrow())));
    }
}
