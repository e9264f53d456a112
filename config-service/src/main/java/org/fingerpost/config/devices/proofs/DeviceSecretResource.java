package org.fingerpost.config.devices.proofs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.Permission;
import org.fingerpost.formats.mac.MacAddress;
import org.jboss.resteasy.reactive.RestResponse;

/** A device's secrets in clear, for API keys that may reveal. */
@Path("/api/v1/devices/{mac}/secrets")
@Tag(name = "Devices")
@RunOnVirtualThread
class DeviceSecretResource {
    private final DeviceSecrets secrets;
    private final CurrentCaller caller;

    DeviceSecretResource(DeviceSecrets secrets, CurrentCaller caller) {
        this.secrets = secrets;
        this.caller = caller;
    }

    /** {@code login}: if the provider has chosen one. */
    record View(
            String mac,
            Map<String, String> secrets,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<LoginView> login) {
        @Override
        public String toString() {
            return "View[" + mac + ", …]";
        }
    }

    record LoginView(String user, String password) {
        @Override
        public String toString() {
            return "LoginView[…]";
        }
    }

    /** Needs the permission {@code reveal}, and is written down with the names of what is shown. */
    @GET
    public RestResponse<View> reveal(String mac) {
        long provider = caller.get().provider();
        caller.key().mustHave(Permission.REVEAL);
        MacAddress address = MacAddress.parse(mac);
        DeviceSecrets.Opened opened = secrets.reveal(provider, address, caller.key());
        Optional<LoginView> login =
                opened.login().map(own -> new LoginView(own.user(), own.revealPassword()));
        View view = new View(address.toString(), opened.settings(), login);
        return RestResponse.ResponseBuilder.ok(view).header("Cache-Control", "no-store").build();
    }
}
