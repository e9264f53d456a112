package org.fingerpost.config.devices;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Revision;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.assembly.proofs.AdmissionMode;
import org.fingerpost.config.devices.wishes.DeviceBody;
import org.fingerpost.config.devices.wishes.Said;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** A provider's devices over HTTP. Secrets are masked in every answer. */
@Path("/api/v1/devices")
@Tag(name = "Devices")
@RunOnVirtualThread
class DeviceResource {
    private final Devices devices;
    private final Admissions admissions;
    private final CurrentCaller caller;
    private final Clock clock;

    DeviceResource(Devices devices, Admissions admissions, CurrentCaller caller, Clock clock) {
        this.devices = devices;
        this.admissions = admissions;
        this.caller = caller;
        this.clock = clock;
    }

    record View(
            String mac,
            String model,
            Optional<String> group,
            Map<String, String> settings,
            Map<String, String> variables,
            Map<Integer, Map<String, String>> accounts,
            boolean heldBack,
            Key configKey,
            AdmissionMode admission,
            Window window) {}

    /**
     * The XML password: {@code known} if the phone is taken to have one, under which its XML is
     * sealed; {@code state}: {@code settled}, {@code fresh}, {@code given}, or {@code taken-back}
     * if the phone could not read the file and somebody should look.
     */
    record Key(boolean known, KeyState state) {}

    /** {@code password} that the phone has; absent if it has none. */
    record KnownKey(Optional<String> password) {}

    /** As far as the control plane has heard; a door may know already that it was used. */
    record Window(String state, Instant until) {}

    /** {@code draft}: hold it back; nothing changes for the phone until it is published. */
    @PUT
    @Path("/{mac}")
    public RestResponse<View> put(
            String mac,
            @RestQuery @DefaultValue("false") boolean draft,
            @NotNull @Valid DeviceBody body) {
        Devices.Kept kept = devices.put(caller.get().provider(), phone(mac), body.wish(), draft);
        View view = view(kept.device(), mode());
        Revision revision = Revision.of("config", kept.commit());
        return kept.made() ? revision.created(view) : revision.ok(view);
    }

    @GET
    @Path("/{mac}")
    public View get(String mac) {
        MacAddress address = phone(mac);
        return devices.find(caller.get().provider(), address)
                .map(device -> view(device, mode()))
                .orElseThrow(() -> Problem.notFound("no device " + address));
    }

    /** {@code after}: the address behind which the page begins; {@code size}: at most 1000. */
    @GET
    public List<View> list(
            @RestQuery @DefaultValue("000000000000") String after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int size) {
        AdmissionMode mode = mode();
        return devices.page(caller.get().provider(), MacAddress.parse(after), size).stream()
                .map(device -> view(device, mode))
                .toList();
    }

    @DELETE
    @Path("/{mac}")
    public RestResponse<Void> delete(String mac) {
        long commit = devices.delete(caller.get().provider(), phone(mac));
        return Revision.of("config", commit).noContent();
    }

    /** Opens the first-fetch window again, for a phone that has lost its token. */
    @POST
    @Path("/{mac}/rearm")
    public RestResponse<View> rearm(String mac) {
        Devices.Kept kept = devices.rearm(caller.get().provider(), phone(mac));
        return Revision.of("config", kept.commit()).ok(view(kept.device(), mode()));
    }

    /** Tells the phone what was held back. */
    @POST
    @Path("/{mac}/publish")
    public RestResponse<View> publish(String mac) {
        Devices.Kept kept = devices.release(caller.get().provider(), phone(mac));
        return Revision.of("config", kept.commit()).ok(view(kept.device(), mode()));
    }

    /** Which XML password the phone has, when the provider knows it better. */
    @PUT
    @Path("/{mac}/config-key")
    public RestResponse<View> knowKey(String mac, @NotNull @Valid KnownKey key) {
        Devices.Kept kept = devices.knowKey(caller.get().provider(), phone(mac), key.password());
        return Revision.of("config", kept.commit()).ok(view(kept.device(), mode()));
    }

    private AdmissionMode mode() {
        return admissions.of(caller.get().provider());
    }

    private View view(Device device, AdmissionMode mode) {
        Said said = device.said();
        String state = device.windowIsOpen(clock.instant()) ? "open" : "closed";
        return new View(
                device.mac().toString(),
                device.model(),
                Optional.ofNullable(said.group()),
                said.settings().masked(),
                said.variables().masked(),
                said.accounts().masked(),
                device.heldBack().isPresent(),
                new Key(device.password().isPresent(), device.configKey()),
                mode,
                new Window(state, device.armedUntil()));
    }

    private static MacAddress phone(String text) {
        MacAddress mac = MacAddress.parse(text);
        if (mac.isZero() || mac.isMulticast()) {
            throw new IllegalArgumentException("no phone has a zero or multicast address: " + mac);
        }
        return mac;
    }
}
