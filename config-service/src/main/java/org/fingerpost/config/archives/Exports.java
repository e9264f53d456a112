package org.fingerpost.config.archives;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fingerpost.access.Caller;
import org.fingerpost.access.ShownKey;
import org.fingerpost.audit.Audit;
import org.fingerpost.audit.Decision;
import org.fingerpost.config.admission.Admissions;
import org.fingerpost.config.archives.documents.ArchiveException;
import org.fingerpost.config.archives.documents.ArchiveWriter;
import org.fingerpost.config.archives.documents.Document;
import org.fingerpost.config.devices.copies.DeviceCopies;
import org.fingerpost.config.devices.copies.DeviceCopy;
import org.fingerpost.config.generic.GenericSettings;
import org.fingerpost.config.groups.Group;
import org.fingerpost.config.groups.Groups;
import org.fingerpost.config.secrets.seals.UnopenableException;
import org.fingerpost.config.sheets.copies.SheetCopies;
import org.fingerpost.config.staggering.Staggering;
import org.fingerpost.formats.mac.MacAddress;
import org.fingerpost.problems.Problem;

/** Writes archives, and writes down for whom. */
@ApplicationScoped
class Exports {
    /** Each is opened; no transaction runs longer than a second. */
    private static final int PAGE = 250;

    private final Groups groups;
    private final SheetCopies sheets;
    private final GenericSettings generic;
    private final DeviceCopies devices;
    private final Admissions admissions;
    private final Staggering staggering;
    private final Audit audit;
    private final ObjectMapper json;
    private final Turnstile turnstile;
    private final Clock clock;
    private final SecureRandom random;

    Exports(
            Groups groups,
            SheetCopies sheets,
            GenericSettings generic,
            DeviceCopies devices,
            Admissions admissions,
            Staggering staggering,
            Audit audit,
            ObjectMapper json,
            Turnstile turnstile,
            Clock clock,
            SecureRandom random) {
        this.groups = groups;
        this.sheets = sheets;
        this.generic = generic;
        this.devices = devices;
        this.admissions = admissions;
        this.staggering = staggering;
        this.audit = audit;
        this.json = json;
        this.turnstile = turnstile;
        this.clock = clock;
        this.random = random;
    }

    /**
     * All of the provider's, as it is while it is read: page by page, not at one moment. It is
     * finished before the first byte leaves, so that what cannot be finished, or is larger than any
     * that is read, is refused.
     *
     * @param by the API key that is shown, whose right has been looked at
     * @return its bytes, which no file on the disk has any more
     */
    InputStream of(long provider, String passphrase, ShownKey by) throws IOException {
        Path file = Files.createTempFile("fingerpost-", ".archive");
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file))) {
            ArchiveWriter archive =
                    turnstile.pass(
                            provider,
                            passphrase,
                            parsed -> new ArchiveWriter(json, raw, parsed, random));
            long documents = write(provider, archive);
            record(provider, documents, by);
            return Files.newInputStream(file);
        } catch (ArchiveException tooLarge) {
            throw Problem.conflict("archive-too-large", tooLarge.getMessage());
        } catch (UnopenableException e) {
            throw Problem.notNow(
                    "secret-unopenable", "a secret does not open here: " + e.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long write(long provider, ArchiveWriter archive) throws IOException {
        archive.write(new Document.Manifest(Document.VERSION, clock.instant(), provider));
        for (Document each : QuarkusTransaction.requiringNew().call(() -> common(provider))) {
            archive.write(each);
        }
        MacAddress after = MacAddress.parse("000000000000");
        List<DeviceCopy> page;
        do {
            page = devices.page(provider, after, PAGE);
            for (DeviceCopy device : page) {
                archive.write(new Document.OfDevice(device));
            }
            after = page.isEmpty() ? after : MacAddress.parse(page.getLast().mac());
        } while (page.size() == PAGE);
        return archive.end();
    }

    /** All but the devices. */
    private List<Document> common(long provider) {
        List<Document> all = new ArrayList<>();
        all.add(Document.Admission.of(admissions.modes(provider)));
        staggering.pacing(provider).map(Document.Paces::of).ifPresent(all::add);
        outerFirst(groups.of(provider))
                .forEach(group -> all.add(new Document.OfGroup(group.name(), group.parent())));
        sheets.of(provider).forEach(sheet -> all.add(new Document.OfSheet(sheet)));
        generic.clear(provider)
                .ifPresent(values -> {
                    Map<String, String> clear = new LinkedHashMap<>();
                    values.forEach(setting -> clear.put(setting.p().toString(), setting.value()));
                    all.add(new Document.Generic(clear));
                });
        return all;
    }

    private static List<Group> outerFirst(List<Group> groups) {
        List<Group> order = new ArrayList<>();
        List<Group> left = new ArrayList<>(groups);
        Set<String> there = new HashSet<>();
        while (!left.isEmpty()) {
            List<Group> next =
                    left.stream()
                            .filter(group ->
                                    group.parent().isEmpty()
                                            || there.contains(group.parent().get()))
                            .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("groups lie in each other in a circle");
            }
            order.addAll(next);
            left.removeAll(next);
            next.forEach(group -> there.add(group.name()));
        }
        return order;
    }

    private void record(long provider, long documents, ShownKey by) {
        Caller owner = new Caller.OfProvider(provider);
        Decision decision =
                Decision.about(owner, "archive-exported", "archive/" + provider, provider)
                        .is(new Made(by.id(), documents));
        QuarkusTransaction.requiringNew().run(() -> audit.record(decision));
    }

    private record Made(String apiKey, long documents) {}
}
