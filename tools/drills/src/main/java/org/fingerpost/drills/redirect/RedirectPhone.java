package org.fingerpost.drills.redirect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fingerpost.drills.drilled.Question;
import org.fingerpost.drills.drilled.Reply;

/** A phone that asks where it belongs, and is told the configuration server that it is sent to. */
record RedirectPhone(Book book, String mac, boolean xml) implements Question {
    private static final Pattern BINARY = Pattern.compile("&?P237=([^&\\x00]*)");
    private static final Pattern XML = Pattern.compile("<P237>([^<]*)</P237>");

    @Override
    public String path() {
        return "/gs/cfg" + mac + (xml ? ".xml" : "");
    }

    @Override
    public String userAgent() {
        return "Grandstream Model HW GXP2160 SW 1.0.11.3 DevId " + mac;
    }

    @Override
    public String told(Reply reply) {
        if (reply.status() == 404) {
            return "";
        }
        Matcher matcher = (xml ? XML : BINARY).matcher(reply.text());
        return matcher.find()
                ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)
                : "no P237";
    }

    @Override
    public Set<String> possible(long sent, long answered) {
        return book.possible(mac, sent, answered);
    }
}
