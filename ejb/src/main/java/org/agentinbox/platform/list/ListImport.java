package org.agentinbox.platform.list;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Applies a file to a list: adds new entries, changes those that differ, and leaves the rest. Where anything in the file is wrong, nothing
 * is changed.
 *
 * @param <R> a line of the file
 * @param <E> an entry of the list
 */
public final class ListImport<R, E> {

    private final ListFile<R> file;
    private final Map<Object, E> stored;

    /**
     * @param file as read
     * @param stored the list as it is; nobody else may change it meanwhile
     * @param key gives an entry's key, comparable with {@link ListFormat#key} of a line
     */
    public ListImport(ListFile<R> file, Collection<E> stored, Function<E, Object> key) {
        this.file = file;
        this.stored = stored.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    /** @return the entry with a line's key, or null */
    public E stored(R row) {
        return stored.get(file.key(row));
    }

    /**
     * Refuses the file where the list, or a part of it, would become too long.
     *
     * @param most how many entries there may be
     * @param rows which lines count
     * @param entities which stored entries count
     */
    public void limit(int most, Predicate<R> rows, Predicate<E> entities) {
        long fresh = file.rows().stream().filter(rows).filter(row -> stored(row) == null).count();
        if (fresh > 0 && stored.values().stream().filter(entities).count() + fresh > most) {
            file.problem(0, ListFile.Wrong.TOO_MANY);
        }
    }

    /**
     * @param same whether a line and an entry have the same contents
     * @param add stores a line as a new entry
     * @param change changes an entry to what a line says
     * @return what was done, or what is wrong
     */
    public ImportReport store(BiPredicate<R, E> same, Consumer<R> add, BiConsumer<R, E> change) {
        if (!file.problems().isEmpty()) {
            return ImportReport.refused(file.problems());
        }
        List<R> fresh = file.rows().stream().filter(row -> stored(row) == null).toList();
        List<R> other = file.rows().stream().filter(row -> stored(row) != null && !same.test(row, stored(row))).toList();
        fresh.forEach(add);
        other.forEach(row -> change.accept(row, stored(row)));
        return new ImportReport(fresh.size(), other.size(), file.rows().size() - fresh.size() - other.size(), List.of());
    }
}
