package org.fingerpost.cli.batch.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fingerpost.cli.batch.list.RefusedList;
import org.fingerpost.cli.batch.out.Folder;
import org.fingerpost.cli.batch.out.Listing;
import org.fingerpost.cli.batch.out.StoredFile;
import org.fingerpost.cli.batch.progress.Progress;
import org.fingerpost.formats.mac.MacAddress;

/** Keeps account of what was done, in the order of the device list. For one thread. */
public final class Books implements Closeable {

    /** More would push the first off the screen; all are in the list of the refused. */
    private static final int MOST_TOLD = 20;

    private final Folder folder;
    private final Listing listing;
    private final RefusedList refused;
    private final Progress progress;
    private Tally tally = Tally.NONE;

    public Books(Folder folder, Listing listing, RefusedList refused, Progress progress) {
        this.folder = folder;
        this.listing = listing;
        this.refused = refused;
        this.progress = progress;
    }

    public Tally tally() {
        return tally;
    }

    /**
     * @param bytesRead of the device list
     */
    void enter(List<Done> all, long bytesRead) throws IOException {
        List<StoredFile> fresh = new ArrayList<>();
        for (Done done : all) {
            tally = tally.with(done);
            switch (done) {
                case Done.Made(var mac, var model, var files) -> {
                    fresh.addAll(files);
                    list(mac, model, files);
                }
                case Done.Skipped(var mac, var model, var files) -> list(mac, model, files);
                case Done.Refused(var device, var reason) -> {
                    refused.add(device, reason);
                    tell("line " + device.line() + " refused: " + reason);
                }
            }
        }
        folder.remember(fresh);
        progress.at(bytesRead, tally.toString());
    }

    private void list(MacAddress mac, String model, List<StoredFile> files) {
        files.forEach(file -> listing.add(new Listing.Listed(mac, model, file)));
    }

    private void tell(String sentence) {
        if (tally.refused() <= MOST_TOLD) {
            progress.say(sentence);
        } else if (tally.refused() == MOST_TOLD + 1) {
            progress.say("more are refused; all are in the list of the refused");
        }
    }

    @Override
    public void close() throws IOException {
        progress.wipe();
        listing.close();
        refused.close();
    }
}
