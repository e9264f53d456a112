package org.fingerpost.firmware.companions;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.firmware.blobs.BlobStore;
import org.fingerpost.firmware.names.AskedFile;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.problems.BoundedBody;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.problems.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Phone books, ring tones, languages: what phones fetch from the firmware directory besides. */
@Path("/api/v1/companions")
@Tag(name = "Companions")
@CountsItsBody
@RunOnVirtualThread
class CompanionResource {
    private static final Logger LOG = Logger.getLogger(CompanionResource.class);

    private final Companions companions;
    private final BlobStore blobs;
    private final CurrentCaller caller;
    private final long largest;

    CompanionResource(
            Companions companions,
            BlobStore blobs,
            CurrentCaller caller,
            @ConfigProperty(name = "fingerpost.firmware.largest-companion", defaultValue = "16M")
                    MemorySize largest) {
        this.companions = companions;
        this.blobs = blobs;
        this.caller = caller;
        this.largest = largest.asLongValue();
    }

    @GET
    public List<Companions.Companion> list() {
        return companions.of(caller.get().provider());
    }

    /** Whoever knows the path key may fetch it: nothing that is secret belongs here. */
    @PUT
    @Path("/{name}")
    @Consumes("application/octet-stream")
    public RestResponse<Void> put(String name, InputStream body) {
        long provider = caller.get().provider();
        FileName file = new FileName(name);
        if (AskedFile.find(List.of(name)).isEmpty()) {
            throw Problem.invalid("invalid-value", "'" + name + "' is the name of a config file");
        }
        try (BlobStore.Staged staged =
                blobs.stage(new BoundedBody(body, largest, CompanionResource::tooLarge))) {
            if (staged.size() == 0) {
                throw Problem.invalid("invalid-value", "the file is empty");
            }
            blobs.keep(staged);
            return Revision.of("firmware", companions.put(provider, file, staged)).noContent();
        } catch (IOException e) {
            LOG.infof("a file broke off: %s", e.getMessage());
            throw Problem.notNow("upload-not-taken", "the file did not come to its end");
        }
    }

    @DELETE
    @Path("/{name}")
    public RestResponse<Void> drop(String name) {
        long commit = companions.drop(caller.get().provider(), new FileName(name));
        return Revision.of("firmware", commit).noContent();
    }

    private static Problem tooLarge(long most) {
        return Problem.tooLarge("a file here has " + most + " bytes at the most");
    }
}
