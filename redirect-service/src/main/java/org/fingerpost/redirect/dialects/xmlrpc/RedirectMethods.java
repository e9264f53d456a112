package org.fingerpost.redirect.dialects.xmlrpc;

import jakarta.enterprise.context.ApplicationScoped;
import org.fingerpost.access.Caller;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodAnswer;
import org.fingerpost.redirect.dialects.xmlrpc.wire.MethodCall;

/** Finds the method that is called. */
@ApplicationScoped
class RedirectMethods {
    private final DeviceMethods devices;
    private final ServerMethods servers;

    RedirectMethods(DeviceMethods devices, ServerMethods servers) {
        this.devices = devices;
        this.servers = servers;
    }

    /**
     * @param calledAs the authority by which this service was reached
     */
    MethodAnswer answer(Caller.OfProvider by, MethodCall call, String calledAs) {
        try {
            return method(by, call.method(), new Params(call), calledAs);
        } catch (Params.Wrong e) {
            return new MethodAnswer.Fault(MethodAnswer.Fault.WRONG_PARAMETERS, e.getMessage());
        }
    }

    private MethodAnswer method(Caller.OfProvider by, String name, Params params, String calledAs) {
        return switch (name) {
            case "redirect.registerDevice", "redirect.registerDevices" ->
                    devices.register(by, params.texts(0), params.text(1), params.flag(2));
            case "redirect.registerDeviceWithUniqueUrl" ->
                    servers.registerWithUrl(
                            by,
                            params.text(0),
                            params.text(1),
                            params.text(2),
                            params.flag(3),
                            calledAs);
            case "redirect.editDevice", "redirect.editDevices" ->
                    devices.edit(by, params.texts(0), params.text(1));
            case "redirect.deRegisterDevice", "redirect.deRegisterDevices" ->
                    devices.deRegister(by, params.texts(0));
            case "redirect.checkDevice" -> devices.check(by, params.text(0));
            case "redirect.listDevices" -> devices.list(by);
            case "redirect.addServer" -> servers.add(by, params.text(0), params.text(1), calledAs);
            default ->
                    new MethodAnswer.Fault(
                            MethodAnswer.Fault.NO_SUCH_METHOD, "there is no such method");
        };
    }
}
