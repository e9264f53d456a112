package org.fingerpost.redirect.routes.nest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of one depth side by side, with where each begins and how far it reaches. */
final class Branch implements Node {
    /** Large enough to make the tree flat, small enough to be copied for one change. */
    static final int WIDEST = 128;

    private final long[] firsts;
    private final long[] reaches;
    private final Node[] children;

    private Branch(List<Node> nodes) {
        children = nodes.toArray(Node[]::new);
        firsts = nodes.stream().mapToLong(Node::first).toArray();
        reaches = nodes.stream().mapToLong(Node::reach).toArray();
    }

    /** One level higher: as few branches as will do, equally wide. */
    static List<Node> over(List<Node> nodes) {
        int parts = Node.parts(nodes.size(), WIDEST);
        List<Node> branches = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = nodes.size() * part / parts;
            int to = nodes.size() * (part + 1) / parts;
            branches.add(new Branch(nodes.subList(from, to)));
        }
        return branches;
    }

    @Override
    public Ruling innermost(long mac, Judge judge, Ruling otherwise) {
        for (int at = Node.lastUpTo(mac, firsts, firsts.length); at >= 0; at--) {
            if (reaches[at] >= mac) {
                Ruling found = children[at].innermost(mac, judge, otherwise);
                if (found != otherwise) {
                    return found;
                }
            }
        }
        return otherwise;
    }

    @Override
    public List<Node> edited(List<Edit> sorted) {
        List<Node> nodes = new ArrayList<>(children.length + 1);
        int from = 0;
        for (int at = 0; at < children.length; at++) {
            int to = from;
            while (to < sorted.size() && isBefore(sorted.get(to).claim(), at + 1)) {
                to++;
            }
            if (from == to) {
                addOrJoin(nodes, children[at]);
            } else {
                children[at]
                        .edited(sorted.subList(from, to))
                        .forEach(node -> addOrJoin(nodes, node));
            }
            from = to;
        }
        return over(nodes);
    }

    @Override
    public long first() {
        return firsts[0];
    }

    @Override
    public long reach() {
        long reach = -1;
        for (long one : reaches) {
            reach = Math.max(reach, one);
        }
        return reach;
    }

    @Override
    public int compareFirst(Claim other) {
        return children[0].compareFirst(other);
    }

    @Override
    public Optional<Node> joined(Node next) {
        return switch (next) {
            case Branch branch when children.length + branch.children.length <= WIDEST / 2 -> {
                List<Node> both = new ArrayList<>(List.of(children));
                both.addAll(List.of(branch.children));
                yield Optional.of(new Branch(both));
            }
            case Branch _, Leaf _ -> Optional.empty();
        };
    }

    @Override
    public Node withoutIdleLevels() {
        return children.length == 1 ? children[0].withoutIdleLevels() : this;
    }

    /** Whether the claim's place is in front of this child. */
    private boolean isBefore(Claim claim, int child) {
        if (child == children.length || claim.first() < firsts[child]) {
            return true;
        }
        return claim.first() == firsts[child] && children[child].compareFirst(claim) > 0;
    }

    private static void addOrJoin(List<Node> nodes, Node node) {
        Optional<Node> joined = nodes.isEmpty() ? Optional.empty() : nodes.getLast().joined(node);
        if (joined.isPresent()) {
            nodes.set(nodes.size() - 1, joined.get());
        } else {
            nodes.add(node);
        }
    }
}
