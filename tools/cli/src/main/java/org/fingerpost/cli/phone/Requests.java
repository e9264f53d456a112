package org.fingerpost.cli.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.Scheme;
import org.fingerpost.cli.files.CfgBinary;
import org.fingerpost.cli.files.CfgXml;
import org.fingerpost.cli.files.Flaw;
import org.fingerpost.cli.files.Reading;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.models.Phone;
import org.fingerpost.cli.tftp.TftpClient;
import org.fingerpost.cli.walk.Body;
import org.fingerpost.cli.walk.Outcome;
import org.fingerpost.cli.walk.Step;
import org.fingerpost.cli.wire.PhoneClient;
import org.fingerpost.cli.wire.Reply;
import org.fingerpost.cli.wire.Sink;

/** Asks for one file and says what the phone makes of the answer. */
final class Requests {
    /** RFC 1350, section 5. */
    private static final int NO_SUCH_FILE = 1;

    private final Phone phone;
    private final PhoneClient client;
    private final TftpClient tftp;
    private final Settings settings;

    Requests(Phone phone, PhoneClient client, Settings settings) {
        this.phone = phone;
        this.client = client;
        this.tftp = new TftpClient(phone, client.patience());
        this.settings = settings;
    }

    Step config(Asked asked, Address folder, boolean probe) {
        var name = settings.configFile(asked.basicName(phone));
        var body = new Body();
        var reply = get(folder.file(name), body, "P1360", "P1361");
        var outcome = whole(reply) ? read(asked, body.bytes()) : withoutFile(reply);
        return new Step(asked, name, folder, probe, reply, body, outcome);
    }

    Step firmware(Address folder) {
        var name = settings.firmwareFile(Asked.FIRMWARE.basicName(phone));
        var digest = new FirmwareDigest();
        var own = settings.get("P6768").isPresent();
        var reply =
                get(folder.file(name), digest, own ? "P6768" : "P1360", own ? "P6769" : "P1361");
        var outcome = whole(reply) ? downloaded(digest) : withoutFile(reply);
        return new Step(Asked.FIRMWARE, name, folder, false, reply, new Body(), outcome);
    }

    /** Credentials are sent when they are asked for, or at once if P20713 says so. */
    private Reply get(Address file, Sink sink, String user, String password) {
        if (file.scheme() == Scheme.TFTP) {
            return tftp.get(file, sink);
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("User-Agent", phone.userAgent());
        var basic = Map.of("Authorization", basic(settings.text(user), settings.text(password)));
        var known = settings.get(user).isPresent();
        if (known && settings.text("P20713").equals("1")) {
            fields.putAll(basic);
        }
        var reply = client.get(file, fields, sink);
        if (known && !fields.containsKey("Authorization") && wantsBasic(reply)) {
            fields.putAll(basic);
            return client.get(file, fields, sink);
        }
        return reply;
    }

    private static boolean wantsBasic(Reply reply) {
        return reply instanceof Reply.Answer answer
                && answer.status() == 401
                && answer.headers()
                        .first("WWW-Authenticate")
                        .filter(way -> way.regionMatches(true, 0, "Basic", 0, 5))
                        .isPresent();
    }

    private static String basic(String user, String password) {
        var pair = (user + ":" + password).getBytes(UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static boolean whole(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> answer.status() == 200 && answer.faults().isEmpty();
            case Reply.Transferred file -> file.faults().isEmpty();
            case Reply.Refused _, Reply.Silence _ -> false;
        };
    }

    private Outcome read(Asked asked, byte[] file) {
        var reading =
                switch (asked) {
                    case BINARY -> CfgBinary.read(file, phone.mac());
                    case XML, MODEL_XML, GENERIC_XML ->
                            CfgXml.read(file, phone.mac(), settings.get("P1359"));
                    case TEXT, FIRMWARE ->
                            new Reading.Refused(
                                    List.of(
                                            new Flaw(
                                                    Flaw.Kind.PAIRS,
                                                    "is plain text, which this phone does not"
                                                            + " take")));
                };
        return switch (reading) {
            case Reading.Accepted accepted -> new Outcome.Read(accepted);
            case Reading.Refused refused -> new Outcome.Dropped(refused);
        };
    }

    private static Outcome downloaded(FirmwareDigest digest) {
        return digest.bytes() > 0
                ? new Outcome.Downloaded(digest.bytes(), digest.hex())
                : new Outcome.Lost(List.of("the firmware file is empty"));
    }

    private static Outcome withoutFile(Reply reply) {
        return switch (reply) {
            case Reply.Silence(var reason, var _) -> new Outcome.Lost(List.of(reason));
            case Reply.Answer answer when answer.status() == 404 -> new Outcome.NotThere();
            case Reply.Answer answer when answer.status() == 503 -> new Outcome.Busy();
            case Reply.Answer answer when answer.status() == 200 -> faulty(answer.faults());
            case Reply.Transferred file -> faulty(file.faults());
            case Reply.Refused(var code, var _, var _) when code == NO_SUCH_FILE ->
                    new Outcome.NotThere();
            case Reply.Refused(var code, var text, var _) ->
                    new Outcome.Lost(List.of("the server says error " + code + ": " + text));
            case Reply.Answer answer -> new Outcome.Lost(List.of(sentenceOn(answer.status())));
        };
    }

    private static Outcome faulty(List<Reply.Fault> faults) {
        return new Outcome.Lost(
                faults.stream().map(fault -> "the answer " + fault.sentence()).toList());
    }

    private static String sentenceOn(int status) {
        return switch (status / 100) {
            case 3 -> "the server answers " + status + ": phones do not follow HTTP redirects";
            case 4 ->
                    status == 401
                            ? "the server wants a name and a password the phone does not have"
                            : "the server refuses with " + status;
            default -> "the server fails with " + status;
        };
    }
}
