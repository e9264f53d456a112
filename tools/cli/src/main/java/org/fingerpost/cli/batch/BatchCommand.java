package org.fingerpost.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fingerpost.cli.batch.list.DeviceList;
import org.fingerpost.cli.batch.list.RefusedList;
import org.fingerpost.cli.batch.make.DeviceFiles;
import org.fingerpost.cli.batch.make.Form;
import org.fingerpost.cli.batch.order.Order;
import org.fingerpost.cli.batch.out.Folder;
import org.fingerpost.cli.batch.out.Listing;
import org.fingerpost.cli.batch.progress.Progress;
import org.fingerpost.cli.batch.progress.Terminal;
import org.fingerpost.cli.batch.run.Books;
import org.fingerpost.cli.batch.run.Run;
import org.fingerpost.cli.batch.run.Tally;
import org.fingerpost.cli.batch.template.Columns;
import org.fingerpost.cli.batch.template.HoledTemplate;
import org.fingerpost.cli.streams.Complaint;
import org.fingerpost.cli.streams.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Make the config files of all phones of a CSV.",
        description = {
            "",
            "Reads a device list, one phone a line, and writes cfg{mac} and cfg{mac}.xml for each."
                + " A line that makes no file is refused with a sentence, the rest is finished, and"
                + " the refused go to refused.csv, to be mended and run. Run the same command again"
                + " and only what changed is made; so it goes on after it was stopped.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all devices have their files",
            "1:some lines were refused, or a file cannot be read or written",
            "2:the command was not understood"
        },
        footer = {
            "",
            "The device list is CSV (comma, semicolon or tab; UTF-8) with a header:",
            "  mac          the phone, in any spelling",
            "  model        for the order sheet (may be missing)",
            "  P35, P270    sets that P-value; empty leaves the template's, $${} clears it",
            "  other names  fill the template's holes: $${extension}",
            "",
            "The template is a text of settings, Pn=value, with holes where phones differ.",
            "",
            "Examples:",
            "  printf 'P47=sip.example.net\\nP35=$${ext}\\nP270=Desk $${ext}\\n' > office.txt",
            "  printf 'mac,ext,P34\\n000b82123456,2001,s3cret\\n' > phones.csv",
            "  fingerpost batch --template office.txt --out files phones.csv",
            "  fingerpost batch --template office.txt --out files.zip --format xml phones.csv",
            "  fingerpost batch --template office.txt --out files phones.csv --order \\",
            "    --company 'Example Telecom' --address '1 High Street, Exampleton' \\",
            "    --target-server config.example.net"
        })
public final class BatchCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Mixin private TemplateOptions template = new TemplateOptions();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "TARGET",
            description = "Where the files go: a directory, or a name that ends in .zip.")
    private Path out = Path.of("");

    @Mixin private FormOptions form = new FormOptions();

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            split = ",",
            description = "A column to pass over; may be repeated.")
    private List<String> ignored = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many devices are made at once; default is one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Mixin private OrderOptions order = new OrderOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "CSV",
            defaultValue = Streams.STANDARD,
            description = "The device list; default is standard input.")
    private String input = Streams.STANDARD;

    BatchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Form wanted = form.form();
        Optional<Order> ordered = order.order();
        if (threads < 1 || threads > MOST_THREADS) {
            throw usage("--threads is 1 to " + MOST_THREADS);
        }
        if (template.isStandardInput() && input.equals(Streams.STANDARD)) {
            throw usage("template and device list cannot both come from standard input");
        }
        HoledTemplate told = template.read(streams);
        var target = new Target(out);
        try (var counted = new CountedStream(opened(target))) {
            return run(told, wanted, ordered, target, counted);
        } catch (IOException trouble) {
            throw new Complaint(
                    "%s: %s; run the same command again to go on"
                            .formatted(out, Streams.why(trouble)),
                    trouble);
        }
    }

    private int run(
            HoledTemplate told,
            Form wanted,
            Optional<Order> ordered,
            Target target,
            CountedStream counted)
            throws IOException {
        var list = new DeviceList(counted);
        var columns = Columns.of(list.header(), told, form.columns(), Set.copyOf(ignored));
        var progress =
                new Progress(
                        streams.err(), Terminal::isStandardError, InstantSource.system(), total());
        Tally tally;
        try (var folder = Folder.open(target.folder())) {
            Path listing = folder.part("listing");
            Path refused = folder.part("refused");
            Optional<Complaint> broken;
            try (var books =
                    new Books(
                            folder,
                            new Listing(listing),
                            new RefusedList(Target.ownersOnly(refused), list),
                            progress)) {
                var files = new DeviceFiles(told, columns, wanted);
                broken = new Run(columns, files, folder, books, counted::count).over(list, threads);
                tally = books.tally();
            }
            target.leaveRefused(refused, tally.refused());
            if (broken.isPresent()) {
                throw broken.orElseThrow();
            }
            target.deliver(folder, listing, ordered);
        }
        var summary = new Summary(tally, progress.elapsed(), target);
        streams.print(json ? summary.json() : summary.text());
        return tally.refused() == 0 ? 0 : 1;
    }

    private InputStream opened(Target target) throws IOException {
        if (!input.equals(Streams.STANDARD)
                && Files.exists(target.refused())
                && Files.exists(Path.of(input))
                && Files.isSameFile(target.refused(), Path.of(input))) {
            throw new Complaint(
                    input + ": will be written anew; copy it, mend the copy, and run that");
        }
        return streams.open(input);
    }

    private OptionalLong total() throws IOException {
        return input.equals(Streams.STANDARD)
                ? OptionalLong.empty()
                : OptionalLong.of(Files.size(Path.of(input)));
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
