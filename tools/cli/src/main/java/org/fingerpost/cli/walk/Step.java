package org.fingerpost.cli.walk;

import java.util.List;
import java.util.Map;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.files.Flaw;
import org.fingerpost.cli.files.Reading;
import org.fingerpost.cli.models.Asked;
import org.fingerpost.cli.wire.Reply;

/**
 * One request of a walk.
 *
 * @param folder the address without the file's name
 * @param probe asked out of curiosity by a strict walk and not applied
 * @param body what a 200 brought; empty for firmware, which is not kept
 */
public record Step(
        Asked asked,
        String name,
        Address folder,
        boolean probe,
        Reply reply,
        Body body,
        Outcome outcome) {

    public Address address() {
        return folder.file(name);
    }

    /** 0 if there was no HTTP answer. */
    public int status() {
        return reply instanceof Reply.Answer answer ? answer.status() : 0;
    }

    /** Whether anybody said anything, by HTTP or TFTP. */
    public boolean answered() {
        return !(reply instanceof Reply.Silence);
    }

    public long bytes() {
        return switch (reply) {
            case Reply.Answer answer -> answer.bytes();
            case Reply.Transferred file -> file.bytes();
            case Reply.Refused _, Reply.Silence _ -> 0;
        };
    }

    /** What the file said, empty if the phone did not accept one. */
    public Map<String, String> learned() {
        return outcome instanceof Outcome.Read(var file) ? file.values() : Map.of();
    }

    /** Whole sentences. */
    public List<String> problems() {
        return switch (outcome) {
            case Outcome.Read(Reading.Accepted(var _, var _, var ignored))
                    when !ignored.isEmpty() ->
                    List.of("the file sets " + ignored.size() + " names that are no P-values");
            case Outcome.Read _, Outcome.Downloaded _, Outcome.NotThere _ -> List.of();
            case Outcome.Busy _ -> List.of("the server is busy: the phone would come back later");
            case Outcome.Dropped(Reading.Refused(var flaws)) ->
                    flaws.stream().map(Flaw::sentence).map("the file "::concat).toList();
            case Outcome.Lost(var reasons) -> reasons;
        };
    }
}
