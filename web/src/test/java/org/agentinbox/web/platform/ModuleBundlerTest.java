package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonObject;

/** What is served in one file is what was written in many. */
class ModuleBundlerTest {

    private static final Path ASSETS = Path.of("src/main/webapp/assets");

    @Test
    void whatIsImportedComesFirstAndOnce() {
        Map<String, String> sources = Map.of(
            "page/main.js",
            "// Begins.\nimport { a } from './a.js';\nimport { b, B } from '../lib/b.js';\na(b, B);\nawait b();\nexport const main = 1;\n",
            "page/a.js", "import { b } from '../lib/b.js';\nconst hidden = 1;\nexport async function a() { return b(hidden); }\n",
            "lib/b.js", "const hidden = 2;\nexport const b = () => new URL('x.svg', import.meta.url);\nexport class B {}\n");
        assertEquals("""
            const $0 = (() => {
            const hidden = 2;
            const b = () => new URL('x.svg', new URL('../lib/b.js', import.meta.url).href);
            class B {}
            return { b, B };
            })();
            const $1 = (() => {
            const { b } = $0;
            const hidden = 1;
            async function a() { return b(hidden); }
            return { a };
            })();
            // Begins.
            const { a } = $1;
            const { b, B } = $0;
            a(b, B);
            await b();
            export const main = 1;
            //# sourceMappingURL=main.js.map
            """, ModuleBundler.of("page/main.js", sources::get, "/").script());
    }

    @Test
    void aModuleThatImportsNothingIsItself() {
        String alone = "export const here = import.meta.url;\n";
        assertEquals(alone, ModuleBundler.of("a.js", path -> alone, "/").script());
    }

    @ParameterizedTest
    @ValueSource(strings = {"import a from './b.js';", "import * as a from './b.js';", "import './b.js';",
        "import { a as b } from './b.js';", "import {", "export let a = 1;",
        "export default a;", "export { a };", "export * from './b.js';", "  const b = await import('./b.js');",
        "import { a } from 'elsewhere';", "import { a } from \"./b.js\";",
        "export const { a } = b;"})
    void whatIsNotUnderstoodIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> ModuleBundler.of("a.js", path -> line, "/"), line);
    }

    @Test
    void whatIsAskedForByItsWholeAddressIsNotPutIn() {
        String later = "const part = () => import(new URL('part.js', HERE).href);\n";
        assertEquals(later, ModuleBundler.of("a.js", path -> later, "/").script());
    }

    @Test
    void aCircleIsRefused() {
        Map<String, String> circle = Map.of("a.js", "import { b } from './b.js';", "b.js", "import { a } from './a.js';");
        assertThrows(IllegalArgumentException.class, () -> ModuleBundler.of("a.js", circle::get, "/"));
    }

    @ParameterizedTest
    @MethodSource
    void ofOurModulesEveryLineIsThereAndLeadsBack(String path) {
        ModuleBundler moduleBundler = ModuleBundler.of(path, ModuleBundlerTest::source, "/inbox/assets/");
        List<String> lines = moduleBundler.script().lines().toList();
        Set<String> seen = new HashSet<>();
        for (JsonObject section : moduleBundler.sourceMap().getJsonArray("sections").getValuesAs(JsonObject.class)) {
            String address = section.getJsonObject("map").getJsonArray("sources").getString(0);
            assertTrue(seen.add(address), address + " is there twice");
            List<String> written = source(address.replace("/inbox/assets/", "")).lines().toList();
            assertEquals(written.size(), section.getJsonObject("map").getString("mappings").split(";").length, address);
            int first = section.getJsonObject("offset").getInt("line");
            for (int i = 0; i < written.size(); i++) {
                if (!written.get(i).matches("(?s)(import|export) .*|.*import\\.meta.*")) {
                    assertEquals(written.get(i), lines.get(first + i), address + " " + (i + 1));
                }
            }
        }
        assertTrue(seen.contains("/inbox/assets/" + path), seen.toString());
        assertFalse(lines.stream().anyMatch(line -> line.startsWith("import ")), "something is still imported");
    }

    static Stream<String> ofOurModulesEveryLineIsThereAndLeadsBack() throws IOException {
        try (Stream<Path> files = Files.walk(ASSETS)) {
            return files.map(file -> ASSETS.relativize(file).toString().replace('\\', '/')).filter(path -> path.endsWith(".js")).toList()
                .stream();
        }
    }

    @Test
    void ofOurStylesNothingIsStillImportedAndTheOrderIsKept() {
        String styles = StylesheetBundler.combined("css/inbox-page.css", ModuleBundlerTest::source);
        assertFalse(styles.contains("@import"));
        assertTrue(styles.indexOf(source("css/inbox.css")) < styles.indexOf(source("css/idle.css")), "the order");
        assertTrue(StylesheetBundler.combined("css/base.css", ModuleBundlerTest::source).contains(source("css/tokens.css")));
    }

    private static String source(String path) {
        try {
            return Files.readString(ASSETS.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
