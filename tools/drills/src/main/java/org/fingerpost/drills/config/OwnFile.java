package org.fingerpost.drills.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;

/**
 * A phone that asks for its own file with its token, and is told the number that it was made of, if
 * each byte is as it must be. Without a token it is anybody, who must be told nothing.
 */
record OwnFile(Files files, Device device, Optional<String> token, boolean xml)
        implements Question {
    private static final Pattern XML = Pattern.compile("<P35>(\\d+)</P35>");
    private static final Pattern BINARY = Pattern.compile("P35=(\\d+)&");

    /** What all phones of one provider have in common. */
    interface Files {
        String pathKey();

        Mould mould();

        Set<String> possible(Device device, long sent, long answered);
    }

    static OwnFile of(Files files, Device device, boolean xml) {
        return new OwnFile(files, device, device.token().get(), xml);
    }

    static OwnFile ofAnybody(Files files, Device device, boolean xml) {
        return new OwnFile(files, device, Optional.empty(), xml);
    }

    @Override
    public String path() {
        String folder = token.map(own -> "/" + own).orElse("");
        return "/p/" + files.pathKey() + folder + "/cfg" + device.mac() + (xml ? ".xml" : "");
    }

    @Override
    public String userAgent() {
        return "Grandstream Model HW " + Device.MODEL + " SW 1.0.11.3 DevId " + device.mac();
    }

    @Override
    public String told(Reply reply) {
        if (reply.status() == 404) {
            return "";
        }
        Matcher number = (xml ? XML : BINARY).matcher(reply.text());
        if (token.isEmpty() || !number.find()) {
            return reply.body().length + " bytes of something else";
        }
        Mould.Own own = new Mould.Own(device.mac(), token.get(), Long.parseLong(number.group(1)));
        byte[] whole = xml ? files.mould().xml(own) : files.mould().binary(own);
        return Arrays.equals(whole, reply.body())
                ? Device.word(own.number())
                : "other bytes than those of " + own.number();
    }

    @Override
    public Set<String> possible(long sent, long answered) {
        return token.isEmpty() ? Set.of("") : files.possible(device, sent, answered);
    }
}
