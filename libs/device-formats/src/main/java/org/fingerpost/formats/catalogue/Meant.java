package org.fingerpost.formats.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fingerpost.formats.definition.Definition;
import org.fingerpost.formats.definition.Definitions;
import org.fingerpost.formats.definition.ValueType;
import org.fingerpost.formats.model.Family;
import org.fingerpost.formats.pvalue.PValue;
import org.fingerpost.formats.pvalue.Setting;

/**
 * Guesses what somebody meant who wrote something else. Only what fits the definitions is ever
 * suggested, and nothing if two guesses are as good.
 */
final class Meant {

    private static final Map<String, PValue> PROTOCOL_OF =
            Map.of("P237", new PValue(212), "P192", new PValue(6767));
    private static final PValue PROTOCOL = new PValue(212);
    private static final Pattern TRAILING_COMMENT = Pattern.compile("\\s+#\\s.*", Pattern.DOTALL);
    private static final Set<String> YES = Set.of("yes", "true", "on", "enabled", "enable");
    private static final Set<String> NO = Set.of("no", "false", "off", "disabled", "disable");

    private final Definitions definitions;
    private final Optional<Family> family;

    Meant(Definitions definitions, Optional<Family> family) {
        this.definitions = definitions;
        this.family = family;
    }

    /** What the family has for the same setting under another number. */
    Optional<Definition> twin(List<Definition> others) {
        return others.stream().flatMap(other -> twin(other).stream()).findFirst();
    }

    /** The setting under the number that the family has for it, if all others agree on it. */
    List<Setting> onTheFamily(Setting setting, List<Definition> others) {
        Set<Setting> meant = new LinkedHashSet<>();
        for (Definition other : others) {
            twin(other).ifPresent(twin -> meant.addAll(translated(setting, other, twin)));
        }
        return meant.size() == 1 ? List.copyOf(meant) : List.of();
    }

    private Optional<Definition> twin(Definition other) {
        return family.flatMap(known -> definitions.named(other.name(), known));
    }

    /** Values keep their word where both sides choose by words: daily is 1 here and 2 there. */
    private static List<Setting> translated(Setting setting, Definition from, Definition to) {
        if (from.type() instanceof ValueType.Choice(var fromWords, _)
                && to.type() instanceof ValueType.Choice(var toWords, _)) {
            return fromWords.stream()
                    .filter(word -> word.value().equals(setting.value()))
                    .flatMap(word ->
                            toWords.stream().filter(w -> w.meaning().equals(word.meaning())))
                    .map(word -> new Setting(to.p(), word.value()))
                    .limit(1)
                    .toList();
        }
        return to.misfit(setting.value()).isEmpty()
                ? List.of(new Setting(to.p(), setting.value()))
                : List.of();
    }

    /** The same value under another number, or what fits there instead. */
    List<Setting> under(PValue p, String value) {
        var moved = new Setting(p, value);
        Optional<Definition> definition = here(p);
        return definition.flatMap(known -> known.misfit(value)).isEmpty()
                ? List.of(moved)
                : byValue(moved, definition.orElseThrow());
    }

    /** A known number that differs by one slip of the fingers and takes the value. */
    List<Setting> byNumber(Setting setting) {
        if (setting.value().isEmpty()) {
            return List.of();
        }
        List<Setting> meant = new ArrayList<>();
        for (int number : Slips.of(setting.p().number())) {
            var p = new PValue(number);
            if (definitions.of(p).stream().anyMatch(d -> fitsTelling(d, setting.value()))) {
                meant.add(new Setting(p, setting.value()));
            }
        }
        return meant.size() == 1 ? meant : List.of();
    }

    /** Text takes anything and a number any number: only what is usual there tells something. */
    private boolean fitsTelling(Definition definition, String value) {
        boolean telling =
                switch (definition.type()) {
                    case ValueType.Switch _, ValueType.Choice _, ValueType.Number _ ->
                            value.length() > 1
                                    && definition.usual().stream().anyMatch(value::equals);
                    case ValueType.Host _, ValueType.HostPath _ -> value.contains(".");
                    case ValueType.Pem _ -> true;
                    case ValueType.Text _, ValueType.Hex _ -> false;
                };
        boolean here = family.isEmpty() || definition.isFor(family.orElseThrow());
        return telling && here && definition.misfit(value).isEmpty();
    }

    /** The number is right and the value is not. */
    List<Setting> byValue(Setting setting, Definition definition) {
        String value = setting.value().strip();
        if (value.isEmpty()) {
            return List.of();
        }
        if (definition.misfit(value).isEmpty()) {
            return List.of(new Setting(setting.p(), value));
        }
        String uncommented = TRAILING_COMMENT.matcher(value).replaceFirst("");
        if (!uncommented.equals(value) && definition.misfit(uncommented).isEmpty()) {
            return List.of(new Setting(setting.p(), uncommented));
        }
        return switch (definition.type()) {
            case ValueType.Switch _ -> switchOf(setting.p(), value.toLowerCase(Locale.ROOT));
            case ValueType.Choice(var words, _) -> choiceOf(setting.p(), value, words);
            case ValueType.HostPath _ -> withoutScheme(setting.p(), value, definition);
            case ValueType.Host _ -> host(setting.p(), value, definition);
            case ValueType.Number _, ValueType.Text _, ValueType.Pem _, ValueType.Hex _ ->
                    List.of();
        };
    }

    private static List<Setting> switchOf(PValue p, String word) {
        if (YES.contains(word)) {
            return List.of(new Setting(p, "1"));
        }
        return NO.contains(word) ? List.of(new Setting(p, "0")) : List.of();
    }

    private static List<Setting> choiceOf(
            PValue p, String value, List<ValueType.Choice.Word> words) {
        String wanted = bare(value);
        Set<String> meant = new TreeSet<>();
        for (ValueType.Choice.Word word : words) {
            String meaning = bare(word.meaning());
            if (meaning.equals(wanted) || bare(word.value()).equals(wanted)) {
                return List.of(new Setting(p, word.value()));
            }
            boolean yesOrNo =
                    (meaning.equals("yes") && YES.contains(wanted))
                            || (meaning.equals("no") && NO.contains(wanted));
            if (yesOrNo || (wanted.length() > 1 && meaning.startsWith(wanted))) {
                meant.add(word.value());
            }
        }
        return meant.size() == 1 ? List.of(new Setting(p, meant.iterator().next())) : List.of();
    }

    /** PCMU, pcm-u and "PCM U" are one word. */
    private static String bare(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private List<Setting> withoutScheme(PValue p, String value, Definition definition) {
        int end = value.indexOf("://");
        if (end < 0) {
            return List.of();
        }
        String rest = value.substring(end + 3);
        if (rest.isEmpty() || definition.misfit(rest).isPresent()) {
            return List.of();
        }
        List<Setting> instead = new ArrayList<>();
        instead.add(new Setting(p, rest));
        protocolOf(p)
                .map(protocol -> choice(protocol, value.substring(0, end)))
                .ifPresent(instead::addAll);
        return instead;
    }

    /** Where the scheme of a path belongs: P6767 for firmware, if the family has it. */
    private Optional<Definition> protocolOf(PValue path) {
        Optional<PValue> own = Optional.ofNullable(PROTOCOL_OF.get(path.toString()));
        return own.flatMap(this::here).or(() -> own.flatMap(p -> here(PROTOCOL)));
    }

    private Optional<Definition> here(PValue p) {
        return family.isPresent()
                ? definitions.of(p, family.orElseThrow())
                : definitions.of(p).stream().findFirst();
    }

    private static List<Setting> choice(Definition protocol, String scheme) {
        return protocol.type() instanceof ValueType.Choice(var words, _)
                ? choiceOf(protocol.p(), scheme, words)
                : List.of();
    }

    private static List<Setting> host(PValue p, String value, Definition definition) {
        int end = value.indexOf("://");
        String host = end < 0 ? value : value.substring(end + 3);
        String bare = host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
        return bare.isEmpty() || definition.misfit(bare).isPresent()
                ? List.of()
                : List.of(new Setting(p, bare));
    }
}
