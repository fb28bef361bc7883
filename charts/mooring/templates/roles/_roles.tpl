{{/* The table of files/roles.csv as YAML, role by role: {column: letters}. */}}
{{- define "mooring.roles" -}}
{{- $lines := splitList "\n" (trim (.Files.Get "files/roles.csv")) }}
{{- $columns := splitList "," (first $lines) }}
{{- range rest $lines }}
{{- $cells := splitList "," . }}
{{ first $cells }}:
  {{- range $i, $column := $columns }}
  {{- if $i }}
  {{ $column }}: {{ index $cells $i | quote }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{/* All roles that access rules may name, as a JSON list: those of the table, and the installation's own. */}}
{{- define "mooring.grantedRoles" -}}
{{- concat (include "mooring.roles" . | fromYaml | keys | sortAlpha) .Values.roles.additional | toJson }}
{{- end }}

{{/* The same with the roles by which they read what lies above. */}}
{{- define "mooring.boundRoles" -}}
{{- $roles := include "mooring.grantedRoles" . | fromJsonArray }}
{{- $above := list }}
{{- range $roles }}
{{- $above = append $above (printf "%s-above" .) }}
{{- end }}
{{- concat $roles $above | toJson }}
{{- end }}

{{/* As a JSON list, the roles of the table all of whose letters a role holds: dict "roles" the table "role" its name. */}}
{{- define "mooring.rolesWithin" -}}
{{- $own := get .roles .role }}
{{- $within := list }}
{{- range $name, $letters := .roles }}
{{- $beyond := false }}
{{- range $column, $cell := $letters }}
{{- range splitList "" (replace "-" "" $cell) }}
{{- if not (contains . (get $own $column)) }}{{ $beyond = true }}{{ end }}
{{- end }}
{{- end }}
{{- if not $beyond }}{{ $within = append $within $name }}{{ end }}
{{- end }}
{{- $within | toJson }}
{{- end }}

{{/*
The rules of one role, as files/roles-resources.csv spells out its letters: dict "root" $ "roles" the table "role" its name.
With "above" true only what it may read of the assets of the scopes above: Mooring's own kinds, never Secrets.
*/}}
{{- define "mooring.roleRules" -}}
{{- $own := get .roles .role }}
{{- range rest (splitList "\n" (trim (.root.Files.Get "files/roles-resources.csv"))) }}
{{- $cells := splitList "," . }}
{{- $column := index $cells 0 }}
{{- $group := index $cells 1 }}
{{- $asset := and (eq $group "mooring.dev") (has $column (list "environments" "datasources" "computeresources" "credentials")) }}
{{- if or $asset (not $.above) }}
{{- $verbs := list }}
{{- range $i, $letter := list "C" "R" "U" "D" }}
{{- if and (contains $letter (get $own $column)) (or (eq $letter "R") (not $.above)) }}
{{- $verbs = concat $verbs (splitList " " (index $cells (add $i 3))) }}
{{- end }}
{{- end }}
{{- $verbs = without $verbs "" | uniq }}
{{- $bind := has "bind" $verbs }}
{{- with $verbs }}
- apiGroups: [{{ $group | quote }}]
  resources: {{ splitList " " (regexReplaceAll " \\(.*" (index $cells 2) "") | toJson }}
  {{- if $bind }}
  resourceNames: {{ include "mooring.rolesWithin" $ }}
  {{- end }}
  verbs: {{ . | toJson }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
