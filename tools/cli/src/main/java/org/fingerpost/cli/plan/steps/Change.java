package org.fingerpost.cli.plan.steps;

import java.util.List;
import java.util.function.Predicate;
import org.fingerpost.cli.folder.DesiredDevice;
import org.fingerpost.cli.folder.DesiredGroup;
import org.fingerpost.cli.folder.DesiredSheet;

/** One step, and what it would mean. */
public record Change(Step step, List<Difference> differences, Effect effect) {

    /** What is done to which thing. */
    public sealed interface Step {
        record PutGroup(DesiredGroup group, boolean made) implements Step {}

        record DeleteGroup(String name) implements Step {}

        record PublishSheet(DesiredSheet sheet, boolean made) implements Step {}

        record WithdrawSheet(String name) implements Step {}

        record PutDevice(DesiredDevice device, boolean made) implements Step {}

        record DeleteDevice(String mac) implements Step {}
    }

    /**
     * @param phones that would be told something else
     * @param errors for which the service refuses it
     * @param warnings of the catalogue
     * @param cutOffs settings by which phones could be lost
     */
    public record Effect(
            long phones, List<Remark> errors, List<Remark> warnings, List<Remark> cutOffs) {
        static Effect on(long phones) {
            return new Effect(phones, List.of(), List.of(), List.of());
        }

        /** Without the sentences of the catalogue about these, since they quote values. */
        Effect hiding(Predicate<String> names) {
            return new Effect(phones, hidden(errors, names), hidden(warnings, names), cutOffs);
        }

        private static List<Remark> hidden(List<Remark> remarks, Predicate<String> names) {
            return remarks.stream()
                    .map(remark -> names.test(remark.p()) ? remark.hidden() : remark)
                    .toList();
        }
    }

    /** As a person would call the thing. */
    public String thing() {
        return switch (step) {
            case Step.PutGroup(var group, _) -> "the group " + group.name();
            case Step.DeleteGroup(var name) -> "the group " + name;
            case Step.PublishSheet(var sheet, _) -> sheet.name();
            case Step.WithdrawSheet(var name) -> name;
            case Step.PutDevice(var device, _) -> "the device " + device.mac();
            case Step.DeleteDevice(var mac) -> "the device " + mac;
        };
    }

    /** {@code make}, {@code change} or {@code remove}. */
    public String verb() {
        return switch (step) {
            case Step.PutGroup(_, var made) -> made ? "make" : "change";
            case Step.PublishSheet(_, var made) -> made ? "make" : "change";
            case Step.PutDevice(_, var made) -> made ? "make" : "change";
            case Step.DeleteGroup _, Step.WithdrawSheet _, Step.DeleteDevice _ -> "remove";
        };
    }
}
