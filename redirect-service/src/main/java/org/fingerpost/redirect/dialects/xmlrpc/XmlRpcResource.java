package org.fingerpost.redirect.dialects.xmlrpc;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fingerpost.formats.markup.MarkupException;
import org.fingerpost.problems.CountsItsBody;
import org.fingerpost.redirect.dialects.SmallBody;
import org.fingerpost.redirect.dialects.Turnstile;
import org.fingerpost.redirect.dialects.credentials.Dialect;
import org.fingerpost.redirect.dialects.credentials.Recognition;
import org.fingerpost.redirect.dialects.credentials.Speaker;
import org.fingerpost.redirect.dialects.xmlrpc.wire.CallReader;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodCall;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** XML-RPC at the paths of the vendors: Yealink's, Htek's, Akuvox's. */
@Path("/")
@Tag(name = "Dialects")
@SecurityRequirements
@CountsItsBody
@Produces("text/xml")
@RunOnVirtualThread
class XmlRpcResource {
    private final Recognition recognition;
    private final RedirectMethods methods;
    private final Turnstile turnstile;

    XmlRpcResource(Recognition recognition, RedirectMethods methods, Turnstile turnstile) {
        this.recognition = recognition;
        this.methods = methods;
        this.turnstile = turnstile;
    }

    /** A call of XML-RPC, with the name and secret of a dialect credential by HTTP Basic. */
    @POST
    @Path("xmlrpc")
    public RestResponse<byte[]> yealink(
            InputStream body,
            @RestHeader("Authorization") Optional<String> authorization,
            HttpServerRequest request)
            throws IOException {
        return answer(body, authorization, request);
    }

    /** The same, for programs written for Htek's service. */
    @POST
    @Path("index.php/xmlrpc")
    public RestResponse<byte[]> htek(
            InputStream body,
            @RestHeader("Authorization") Optional<String> authorization,
            HttpServerRequest request)
            throws IOException {
        return answer(body, authorization, request);
    }

    /** The same, for programs written for Akuvox' service. */
    @POST
    @Path("fcgi/do")
    public RestResponse<byte[]> akuvox(
            InputStream body,
            @RestHeader("Authorization") Optional<String> authorization,
            HttpServerRequest request)
            throws IOException {
        return answer(body, authorization, request);
    }

    private RestResponse<byte[]> answer(
            InputStream body, Optional<String> authorization, HttpServerRequest request)
            throws IOException {
        Optional<BasicLogin> login = authorization.flatMap(BasicLogin::parse);
        Optional<Speaker> speaker =
                turnstile.pass(
                        Dialect.XMLRPC,
                        () ->
                                login.flatMap(said ->
                                        recognition.whoKnows(said.user(), said.password())));
        if (speaker.isEmpty()) {
            return nobody();
        }
        turnstile.count(speaker.get());
        byte[] bytes = SmallBody.read(body, CallReader.MAX_BYTES);
        MethodCall call;
        try {
            call = CallReader.read(bytes);
        } catch (MarkupException e) {
            return RestResponse.ok(
                    new MethodAnswer.Fault(MethodAnswer.Fault.NOT_WELL_FORMED, e.getMessage())
                            .bytes());
        }
        String calledAs = request.authority() == null ? "" : request.authority().toString();
        return RestResponse.ok(
                turnstile
                        .pass(
                                Dialect.XMLRPC,
                                () -> methods.answer(speaker.get().caller(), call, calledAs))
                        .bytes());
    }

    private static RestResponse<byte[]> nobody() {
        return RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.UNAUTHORIZED)
                .header("WWW-Authenticate", "Basic realm=\"redirect\", charset=\"UTF-8\"")
                .build();
    }
}
