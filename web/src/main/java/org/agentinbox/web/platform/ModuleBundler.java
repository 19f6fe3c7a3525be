package org.agentinbox.web.platform;

import static org.agentinbox.platform.JsonApi.JSON;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/**
 * Bundles a module and all modules that it imports, directly or indirectly, into one script, so that a browser makes one request instead of
 * many. A module comes after those that it imports, in a function of its own, so that names do not collide. Lines stay unchanged except
 * imports and exports, and a source map leads from them to the original files.
 *
 * <p>It supports what this product's modules use: imports of names, each on a line of its own, from files of the product, and exports of
 * declarations other than {@code let}. An import at run time stays as it is where it uses a complete address, a {@code new URL}. Anything
 * else is refused with an error.
 */
final class ModuleBundler {

    private static final Pattern IMPORT = Pattern.compile("import \\{ ([\\w$]+(?:, [\\w$]+)*) } from '(\\.[^']+\\.js)';");
    private static final Pattern EXPORT = Pattern.compile("export ((?:async )?function\\*?|class|const) ([\\w$]+)(.*)");
    private static final Pattern IMPORT_OR_EXPORT = Pattern
        .compile("\\s*export\\b.*|\\s*import\\b(?!\\.meta\\b).*|.*\\bimport\\((?!new URL\\().*");
    private static final String ITSELF = "import.meta.url";
    private static final String FIRST_LINE = "AAAA";
    private static final String NEXT_LINE = ";AACA";

    private final String entry;
    private final UnaryOperator<String> sources;
    private final String folder;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<String> script = new ArrayList<>();
    private final JsonArrayBuilder sections = JSON.createArrayBuilder();

    private ModuleBundler(String entry, UnaryOperator<String> sources, String folder) {
        this.entry = entry;
        this.sources = sources;
        this.folder = folder;
    }

    /**
     * @param entry the path of the module that is requested
     * @param sources gives the text of a module by its path
     * @param folder the address of the original modules, with a slash at the end
     */
    static ModuleBundler of(String entry, UnaryOperator<String> sources, String folder) {
        ModuleBundler moduleBundler = new ModuleBundler(entry, sources, folder);
        moduleBundler.add(entry);
        return moduleBundler;
    }

    /** @return one module with the effects and exports of the entry, and a link to its source map */
    String script() {
        return code() + (names.isEmpty() ? "" : "//# sourceMappingURL=" + entry.substring(entry.lastIndexOf('/') + 1) + ".map\n");
    }

    /** @return the same without the link to the source map */
    String code() {
        return String.join("\n", script) + "\n";
    }

    /** @return the source map, an index map of ECMA-426 */
    JsonObject sourceMap() {
        return JSON.createObjectBuilder().add("version", 3).add("sections", sections).build();
    }

    private String add(String path) {
        if (names.containsKey(path)) {
            return names.get(path);
        }
        if (!open.add(path)) {
            throw new IllegalArgumentException("modules import each other in a circle: " + open + " " + path);
        }
        List<String> exports = new ArrayList<>();
        List<String> lines = sources.apply(path).lines().map(line -> line(path, line, exports)).toList();
        open.remove(path);
        if (path.equals(entry)) {
            place(path, lines);
            return null;
        }
        String name = "$" + names.size();
        script.add("const " + name + " = (() => {");
        place(path, lines);
        script.add("return { " + String.join(", ", exports) + " };");
        script.add("})();");
        names.put(path, name);
        return name;
    }

    private String line(String path, String line, List<String> exports) {
        Matcher imports = IMPORT.matcher(line);
        if (imports.matches()) {
            return "const { " + imports.group(1) + " } = " + add(URI.create(path).resolve(imports.group(2)).toString()) + ";";
        }
        Matcher exported = EXPORT.matcher(line);
        boolean isEntry = path.equals(entry);
        if (exported.matches()) {
            exports.add(exported.group(2));
            return isEntry ? line : exported.group(1) + " " + exported.group(2) + itself(path, exported.group(3));
        }
        if (IMPORT_OR_EXPORT.matcher(line).matches()) {
            throw new IllegalArgumentException(path + ": a way to import or export that is not understood: " + line);
        }
        return isEntry ? line : itself(path, line);
    }

    /** Where a module uses its own address, it gets that of its original file. */
    private String itself(String path, String line) {
        String up = "../".repeat((int) entry.chars().filter(c -> c == '/').count());
        return line.replace(ITSELF, "new URL('" + up + path + "', " + ITSELF + ").href");
    }

    private void place(String path, List<String> lines) {
        sections.add(JSON.createObjectBuilder().add("offset", JSON.createObjectBuilder().add("line", script.size()).add("column", 0))
            .add("map", JSON.createObjectBuilder().add("version", 3).add("names", JSON.createArrayBuilder())
                .add("sources", JSON.createArrayBuilder().add(folder + path))
                .add("mappings", FIRST_LINE + String.join("", Collections.nCopies(Math.max(0, lines.size() - 1), NEXT_LINE)))));
        script.addAll(lines);
    }
}
