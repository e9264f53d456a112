package org.fingerpost.config.devices.proofs;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.access.CurrentCaller;
import org.fingerpost.access.ProviderRegister.Known;
import org.fingerpost.access.RedirectState;
import org.fingerpost.access.Revision;
import org.fingerpost.config.secrets.DeviceLogin;
import org.fingerpost.config.settings.StoredSettings;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** A device's token and login over HTTP, for phones that are set up by hand. */
@Path("/api/v1/devices/{mac}")
@Tag(name = "Devices")
@RunOnVirtualThread
class DeviceProofResource {
    private final DeviceProofs proofs;
    private final RedirectState redirect;
    private final CurrentCaller caller;

    DeviceProofResource(DeviceProofs proofs, RedirectState redirect, CurrentCaller caller) {
        this.proofs = proofs;
        this.redirect = redirect;
        this.caller = caller;
    }

    /** {@code directory} admits whoever has it to the device's file. */
    record TokenView(String directory) {
        @Override
        public String toString() {
            return "TokenView[…]";
        }
    }

    /** {@code user} is the device's address if it is left out. */
    record LoginBody(Optional<String> user, @NotNull String password) {
        @Override
        public String toString() {
            return "LoginBody[…]";
        }
    }

    record LoginView(String user, String password, boolean chosen) {
        @Override
        public String toString() {
            return "LoginView[…]";
        }
    }

    /** Shows the directory that a phone is to be told as P237; it is derived, and so not stored. */
    @POST
    @Path("/token")
    public RestResponse<TokenView> token(String mac) {
        long provider = caller.get().provider();
        Known known =
                redirect.providers()
                        .byId(provider)
                        .orElseThrow(() -> Problem.notFound("no provider " + provider));
        return unkept(new TokenView(proofs.directory(known, MacAddress.parse(mac))));
    }

    /** Shows the login that a phone is to be told as P1360 and P1361, unless it was chosen. */
    @POST
    @Path("/login")
    public RestResponse<LoginView> login(String mac) {
        DeviceProofs.Kept kept = proofs.login(caller.get().provider(), MacAddress.parse(mac));
        return unkept(
                new LoginView(
                        kept.login().user(),
                        kept.chosen() ? StoredSettings.MASK : kept.login().revealPassword(),
                        kept.chosen()));
    }

    @PUT
    @Path("/login")
    public RestResponse<LoginView> choose(String mac, @NotNull @Valid LoginBody body) {
        MacAddress address = MacAddress.parse(mac);
        String user = body.user().orElseGet(address::toString);
        DeviceProofs.Kept kept =
                proofs.choose(
                        caller.get().provider(),
                        address,
                        DeviceLogin.chosen(user, body.password()));
        return Revision.of("config", kept.commit())
                .ok(new LoginView(user, StoredSettings.MASK, true));
    }

    @DELETE
    @Path("/login")
    public RestResponse<Void> takeBack(String mac) {
        long commit = proofs.takeBack(caller.get().provider(), MacAddress.parse(mac));
        return Revision.of("config", commit).noContent();
    }

    private static <T> RestResponse<T> unkept(T view) {
        return RestResponse.ResponseBuilder.ok(view).header("Cache-Control", "no-store").build();
    }
}
