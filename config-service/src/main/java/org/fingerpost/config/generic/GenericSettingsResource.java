package org.fingerpost.config.generic;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.config.settings.WishedSettings;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's generic settings over HTTP. */
@Path("/api/v1/generic-settings")
@Tag(name = "Generic settings")
@RunOnVirtualThread
class GenericSettingsResource {
    private final GenericSettings generic;
    private final Admissions admissions;
    private final CurrentCaller caller;

    GenericSettingsResource(GenericSettings generic, Admissions admissions, CurrentCaller caller) {
        this.generic = generic;
        this.admissions = admissions;
        this.caller = caller;
    }

    /** {@code settings}: P-values and their texts, in the order of the file. */
    record Body(@NotNull @Schema(implementation = Map.class) WishedSettings settings) {}

    record View(Map<String, String> settings, AdmissionMode admission) {}

    @PUT
    public RestResponse<View> put(@NotNull @Valid Body body) {
        GenericSettings.Kept kept = generic.put(caller.get().provider(), body.settings());
        Revision revision = Revision.of("config", kept.commit());
        View view = view(kept.settings());
        return kept.made() ? revision.created(view) : revision.ok(view);
    }

    @GET
    public View get() {
        return generic.of(caller.get().provider())
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("no generic settings yet"));
    }

    private View view(StoredSettings settings) {
        return new View(settings.masked(), admissions.of(caller.get().provider()));
    }
}
