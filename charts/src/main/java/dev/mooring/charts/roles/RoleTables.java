package dev.mooring.charts.roles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The two tables, read without any help of the chart's templates.
 *
 * @param letters role by role, the letters of each column
 * @param meanings what a letter of a column means, one entry for each line
 */
public record RoleTables(Map<String, Map<String, String>> letters, List<Meaning> meanings) {
    private static final String FILES = "/dev/mooring/charts/mooring/files/";
    private static final Set<String> ASSETS = Set.of("environments", "datasources", "computeresources", "credentials");
    private static final String EVERY_LETTER = "CRUD";

    /** One line of the second table; {@code verbs} has one entry for each letter of {@code CRUD}. */
    public record Meaning(
            String column, String group, List<String> resources, boolean named, List<List<String>> verbs) {}

    /** Returns the tables of the chart. */
    public static RoleTables read() {
        return new RoleTables(letters(lines("roles.csv")), meanings(lines("roles-resources.csv")));
    }

    /** Returns the roles all of whose letters {@code role} has. */
    public Set<String> within(String role) {
        return letters.keySet().stream()
                .filter(other -> cells(other).allMatch(cells(role).collect(Collectors.toSet())::contains))
                .collect(Collectors.toSet());
    }

    /** Returns all that {@code role} may do in its scope. */
    public Set<Right> rights(String role) {
        return meanings.stream()
                .flatMap(meaning -> rights(role, meaning, lettersOf(role, meaning.column())))
                .collect(Collectors.toSet());
    }

    /** Returns all that {@code role} may do in the scopes above its own. */
    public Set<Right> rightsAbove(String role) {
        return meanings.stream()
                .filter(meaning ->
                        ASSETS.contains(meaning.column()) && meaning.group().equals("mooring.dev"))
                .filter(meaning -> lettersOf(role, meaning.column()).contains("R"))
                .flatMap(meaning -> rights(role, meaning, "R"))
                .collect(Collectors.toSet());
    }

    private Stream<Right> rights(String role, Meaning meaning, String letters) {
        var names = meaning.named() ? within(role) : Set.of(Right.ANY);
        return IntStream.range(0, EVERY_LETTER.length())
                .filter(letter -> letters.indexOf(EVERY_LETTER.charAt(letter)) >= 0)
                .mapToObj(letter -> meaning.verbs().get(letter))
                .flatMap(List::stream)
                .flatMap(verb -> meaning.resources().stream()
                        .flatMap(resource ->
                                names.stream().map(name -> new Right(verb, meaning.group(), resource, name))));
    }

    private String lettersOf(String role, String column) {
        return letters.getOrDefault(role, Map.of()).getOrDefault(column, "");
    }

    /** Each letter of each column, such as {@code projects R}. */
    private Stream<String> cells(String role) {
        return letters.getOrDefault(role, Map.of()).entrySet().stream()
                .flatMap(cell -> cell.getValue()
                        .chars()
                        .filter(letter -> letter != '-')
                        .mapToObj(letter -> cell.getKey() + " " + (char) letter));
    }

    private static Map<String, Map<String, String>> letters(List<List<String>> lines) {
        var columns = lines.getFirst();
        var table = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            table.put(
                    line.getFirst(),
                    IntStream.range(1, columns.size()).boxed().collect(Collectors.toMap(columns::get, line::get)));
        }
        return table;
    }

    private static List<Meaning> meanings(List<List<String>> lines) {
        return lines.stream().skip(1).map(RoleTables::meaning).toList();
    }

    private static Meaning meaning(List<String> cells) {
        var resources = cells.get(2);
        int comment = resources.indexOf(" (resourceNames: ");
        return new Meaning(
                cells.get(0),
                cells.get(1),
                words(comment < 0 ? resources : resources.substring(0, comment)),
                comment >= 0,
                cells.subList(3, 7).stream().map(RoleTables::words).toList());
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static List<List<String>> lines(String file) {
        try (var in = Objects.requireNonNull(RoleTables.class.getResourceAsStream(FILES + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
