{{/* Labels of every object; the component is added by the object itself. */}}
{{- define "mooring.labels" -}}
app.kubernetes.io/name: mooring
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: mooring
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* The pods of a component: dict "root" $ "component" "webhook". */}}
{{- define "mooring.selector" -}}
app.kubernetes.io/name: mooring
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* The namespace of the cluster scope, refused where it would be ours. */}}
{{- define "mooring.clusterScopeNamespace" -}}
{{- if eq .Values.clusterScope.namespace .Release.Namespace -}}
{{- fail (printf "clusterScope.namespace %q is the release's own namespace; choose another" .Release.Namespace) -}}
{{- end -}}
{{- .Values.clusterScope.namespace -}}
{{- end }}

{{/* Where the API server calls: dict "root" $ "path" "/mutate". */}}
{{- define "mooring.clientConfig" -}}
{{- if .root.Values.webhook.url -}}
url: {{ .root.Values.webhook.url }}{{ .path }}
{{- else -}}
service:
  name: mooring-webhook
  namespace: {{ .root.Release.Namespace }}
  path: {{ .path }}
  port: 443
{{- end }}
{{- with .root.Values.webhook.caBundle }}
caBundle: {{ . }}
{{- end }}
{{- end }}

{{/* All namespaces but those that are never looked at. */}}
{{- define "mooring.namespaceSelector" -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values:
      {{- concat (list "kube-system" "kube-public" "kube-node-lease" .Release.Namespace) .Values.exemptNamespaces | uniq | toYaml | nindent 6 }}
{{- end }}

{{/* Whether the pod, or pod template, at the given optional path asks for data: "object.", "object.?spec.template." and so on. */}}
{{- define "mooring.asksForData" -}}
{{ . }}?metadata.annotations.orValue({}).exists(k, k.startsWith('mooring.dev/'))
|| {{ . }}?spec.volumes.orValue([]).exists(v, v.?persistentVolumeClaim.claimName.orValue('').matches('^dv(rw)?[.]'))
{{- end }}

{{/* Whether the pod, or pod template, at the given optional path names storage itself, in kinds that we can compare. */}}
{{- define "mooring.namesStorage" -}}
{{ . }}?spec.volumes.orValue([]).exists(v, has(v.nfs) || has(v.csi) || has(v.hostPath) || has(v.cephfs) || has(v.iscsi)
|| has(v.rbd) || has(v.azureFile) || has(v.flexVolume))
{{- end }}

{{/* The namespaces of projects, without those that are never looked at. */}}
{{- define "mooring.projectSelector" -}}
{{ include "mooring.namespaceSelector" . }}
  - key: mooring.dev/scope
    operator: In
    values: [project]
{{- end }}

{{/* What every webhook of ours has in common, its matchConditions excepted. */}}
{{- define "mooring.webhookDefaults" -}}
admissionReviewVersions: [v1]
matchPolicy: Equivalent
sideEffects: None
namespaceSelector:
  {{- include "mooring.namespaceSelector" . | nindent 2 }}
{{- end }}

{{/* The same for those that look at projects only. */}}
{{- define "mooring.projectWebhookDefaults" -}}
admissionReviewVersions: [v1]
matchPolicy: Equivalent
sideEffects: None
namespaceSelector:
  {{- include "mooring.projectSelector" . | nindent 2 }}
{{- end }}

{{/* The rules for workloads, as the webhooks that look at templates have them. */}}
{{- define "mooring.workloadRules" -}}
- apiGroups: [apps]
  apiVersions: [v1]
  resources: [deployments, statefulsets, daemonsets, replicasets]
  operations: [CREATE, UPDATE]
  scope: Namespaced
- apiGroups: [batch]
  apiVersions: [v1]
  resources: [jobs, cronjobs]
  operations: [CREATE, UPDATE]
  scope: Namespaced
{{- end }}
