package org.fingerpost.firmware.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fingerpost.firmware.blobs.Digest;
import org.fingerpost.firmware.catalog.files.Companion;
import org.fingerpost.firmware.catalog.files.Published;
import org.fingerpost.firmware.names.FamilyName;
import org.fingerpost.firmware.names.FileName;
import org.fingerpost.firmware.names.Naming;
import org.fingerpost.firmware.names.Version;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.rule.Rule;
import org.fingerpost.rule.Salt;
import org.fingerpost.rule.Span;

/** The records of firmware's state topic that the catalog reads, as their schemas have them. */
final class Records {
    private Records() {}

    /** {@code release/{id}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Release(
            long id,
            long provider,
            String family,
            String version,
            String state,
            String publishedAt,
            String minimumVersion,
            String prefix,
            String postfix,
            String folder,
            List<File> files) {
        Optional<Published> published() {
            if (!state.equals("published")) {
                return Optional.empty();
            }
            return Optional.of(
                    new Published(
                            id,
                            provider,
                            new FamilyName(family),
                            new Version(version),
                            Optional.ofNullable(minimumVersion).map(Version::new),
                            Instant.parse(publishedAt),
                            new Naming(text(prefix), text(postfix), text(folder)),
                            files.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    file -> new FileName(file.name()),
                                                    File::content))));
        }

        private static String text(String absent) {
            return absent == null ? "" : absent;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record File(String name, String digest, long size) {
        Published.Content content() {
            return new Published.Content(new Digest(digest), size);
        }
    }

    /** {@code offer/{provider}/{family}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Offered(long provider, String family, long release) {
        Choices.Chosen chosen() {
            return new Choices.Chosen(provider, new FamilyName(family), release);
        }
    }

    /** {@code subscription/{provider}/{family}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subscription(long provider, String family) {
        Choices.Subscribed subscribed() {
            return new Choices.Subscribed(provider, new FamilyName(family));
        }
    }

    /** {@code rollout/{id}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rollout(
            long id,
            long provider,
            long release,
            Set<Long> holds,
            Set<String> names,
            List<Range> ranges,
            Set<String> running,
            String salt,
            long open,
            boolean rests) {
        Rollouts.Ruled ruled(Set<MacAddress> parked) {
            return new Rollouts.Ruled(id, provider, release, holds, rule(), rests, parked);
        }

        Rule rule() {
            List<Range> given = ranges == null ? List.of() : ranges;
            return new Rule(
                    names,
                    given.stream().map(each -> Span.parse(each.first, each.last)).toList(),
                    running == null ? Set.of() : running,
                    Salt.parse(salt),
                    open);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Range(String first, String last) {}

    /** {@code parked/{rollout}/{mac}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Parked(long rollout, String mac) {
        MacAddress phone() {
            return MacAddress.parse(mac);
        }
    }

    /** {@code companion/{provider}/{name}}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CompanionFile(long provider, String name, String digest, long size, String since) {
        Companion companion() {
            return new Companion(
                    provider,
                    new FileName(name),
                    new Published.Content(new Digest(digest), size),
                    Instant.parse(since));
        }
    }
}
